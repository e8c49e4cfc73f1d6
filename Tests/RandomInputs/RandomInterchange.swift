import LinearAlgebra

/// Files of other benchmark tools with a few of their words changed.
package struct RandomInterchange {
  private var random: RandomStream

  package init(_ random: RandomStream) {
    self.random = random
  }

  /// Files by their paths, one of which is changed.
  package mutating func files() -> [(path: String, bytes: [UInt8])] {
    var files = random.pick([Self.coco, Self.ioh, Self.path]).map { ($0, Array($1.utf8)) }
    let place = Int.random(in: files.indices, using: &random)
    files[place].1 = changed(files[place].1)
    return files
  }

  /// One time in four bytes, else whole words.
  private mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
    guard !random.once(in: 4) else { return random.mutated(bytes) }
    var words = Self.words(of: String(decoding: bytes, as: UTF8.self))
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      words[Int.random(in: words.indices, using: &random)] = replacement()
    }
    return Array(words.joined().utf8)
  }

  private mutating func replacement() -> String {
    random.pick([
      "", "0", "-1", "1", "2", "1.5", "1e308", "-1e308", "5e-324", "nan", "inf",
      "9223372036854775807",
      "1e17", "1000000000000", "%", "=", ",", "\"", "'", ":", "|", "\n", "{", "}", "[", "]", "null",
      "true", "x1", "evaluations", "beale", "../../x.dat", "\u{1b}[31m", "é", "data_f1/a.dat",
    ])
  }

  /// Words, and single characters between.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var rest = text[...]
    while let first = rest.first {
      let isWord = first.isLetter || first.isNumber
      let end =
        isWord
        ? rest.firstIndex { !($0.isLetter || $0.isNumber || ".+-_".contains($0)) } ?? rest.endIndex
        : rest.index(after: rest.startIndex)
      words.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return words
  }

  // MARK: Files as they should be

  private static let coco = [
    (
      "exdata/bbobexp_f1.info",
      """
      suite = 'bbob', funcId = 1, DIM = 2, Precision = 1.000e-08, algId = 'my method', \
      coco_version = '2.8.2', logger = 'bbob', data_format = 'bbob-new2'
      % lr=0.1
      data_f1/a.dat, 1:30|5.1e-01, 2:3|1.2e+00
      funcId = 1, DIM = 3, Precision = 1e-8, algId = 'old'
      % 2009
      data_f1\\b.dat, 1:7|1e-9

      """
    ), ("exdata/data_f1/a.dat", cocoRows), ("exdata/data_f1/a.tdat", cocoRows),
    (
      "exdata/data_f1/b.dat",
      """
      % function evaluation | noise-free fitness - Fopt (7.948e+01) | best | measured | best
      1 +5.0e+00 +5.0e+00 +8.448e+01 +8.448e+01 +1.0e+00 +2.0e+00 +3.0e+00
      7 +1.0e-09 +1.0e-09 +7.948e+01 +7.948e+01 +0.0e+00 +0.0e+00 +0.0e+00

      """
    ),
  ]

  private static let cocoRows = """
    % f evaluations | g evaluations | best noise-free fitness - Fopt (79.48) + sum g_i+
    1 0 +3.672894615e+01 +1.162089462e+02 +1.162089462e+02 -3.6564e+00 +3.4743e+00
    30 15 +5.137986512e-01 +7.999379865e+01 +7.999379865e+01 -4.5649e-02 -5.0509e-01
    % f evaluations | g evaluations | best noise-free fitness - Fopt (79.48) + sum g_i+
    1 0 4.2
    3 2 1.2

    """

  private static let ioh = [
    (
      "run/IOHprofiler_f1_Sphere.json",
      """
      {"version":"0.3.18","suite":"descent","function_id":1,"function_name":"Sphere",
      "maximization":false,"algorithm":{"name":"GD","info":"lr=0.1"},
      "experiment_attributes":[{"objective":"\\"sphere\\""},{"start":"\\"random\\""}],
      "run_attributes":["seed"],"attributes":["evaluations","raw_y"],
      "scenarios":[{"dimension":2,"path":"data_f1_Sphere/IOHprofiler_f1_DIM2.dat",
      "runs":[{"instance":1,"evals":20,"best":{"evals":20,"y":1e-9,"x":[0.1,0.2]},
      "seed":7,"start":1,"minimum":0}]}]}

      """
    ),
    (
      "run/data_f1_Sphere/IOHprofiler_f1_DIM2.dat",
      """
      evaluations raw_y step gradients x0 x1
      1 6.48 0 0 2.7 -0.6
      20 1e-9 19 19 0.1 0.2

      """
    ),
  ]

  private static let path = [
    (
      "path.csv",
      """
      step,x1,x2,value,gradients,"gradient_norm",learning_rate
      0,1,1,14.203125,0,27.75,
      1,"0.5",0.7,9.5,1,12,0.1
      3,0.5,0.6,,2,11,0.1

      """
    )
  ]
}
