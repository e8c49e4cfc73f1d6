import Experiments
import LinearAlgebra
import Specifications

/// What a data file of IOHprofiler holds of one run.
struct IOHBlock {
  private let head: TextLine
  private let columns: Columns
  private var rows: [TextLine] = []

  /// A block behind each line of column names.
  static func all(of lines: [TextLine]) throws(SpecificationError) -> [IOHBlock] {
    var blocks: [IOHBlock] = []
    for line in lines where !line.isBlank {
      if line.text.contains(where: \.isLetter), Columns.isHead(line) {
        blocks.append(IOHBlock(head: line, columns: try Columns(line)))
      } else if let last = blocks.indices.last {
        blocks[last].rows.append(line)
      } else {
        throw line.error("expected names of columns, as: evaluations raw_y")
      }
    }
    for block in blocks where block.rows.isEmpty {
      throw block.head.error("expected rows behind the names of columns")
    }
    return blocks
  }

  private init(head: TextLine, columns: Columns) {
    (self.head, self.columns) = (head, columns)
  }

  /// Where in a row stands what.
  private struct Columns {
    let count: Int
    let evaluations: Int
    let value: Int
    let step: Int?
    let queries: [Query: Int]
    /// x0, x1, ... or x1, x2, ...
    let points: [Int]

    /// Names begin with a letter or stand in quotes.
    static func isHead(_ line: TextLine) -> Bool {
      let first = line.text.trimmed.first
      return first == "\"" || line.text.trimmed.hasPrefix(IOHColumn.evaluations)
    }

    init(_ line: TextLine) throws(SpecificationError) {
      let names = Self.names(line)
      count = names.count
      guard let evaluations = names.firstIndex(where: Self.evaluations.contains) else {
        throw line.error("has no column of evaluations; expected one, as: evaluations raw_y")
      }
      guard let value = names.firstIndex(where: Self.values.contains) else {
        throw line.error("has no column of values; expected one, as: evaluations raw_y")
      }
      (self.evaluations, self.value) = (evaluations, value)
      step = names.firstIndex(of: IOHColumn.step)
      var queries: [Query: Int] = [:]
      for query in IOHColumn.queries { queries[query] = names.firstIndex(of: query.rawValue) }
      self.queries = queries
      points = names.indices.filter {
        names[$0].first == "x" && names[$0].count > 1
          && names[$0].dropFirst().allSatisfy(\.isNumber)
      }
    }

    /// As versions of IOHprofiler call them.
    private static let evaluations = [IOHColumn.evaluations, "function evaluation"]
    private static let values = [IOHColumn.value, "current f(x)"]

    /// Older files have names of several words, in quotes.
    private static func names(_ line: TextLine) -> [String] {
      guard line.text.contains("\"") else { return line.words.map(\.text) }
      let pieces = line.text.split(separator: "\"", omittingEmptySubsequences: false)
      return pieces.enumerated().flatMap { i, piece in
        i.isMultiple(of: 2) ? piece.split(separator: " ").map(String.init) : [String(piece)]
      }
    }
  }

  /// - Parameter n: number of variables.
  func trajectory(
    of function: Specification, in n: Int, minimum: Double?, by optimizer: Specification,
    titled title: String, seed: UInt64
  ) throws(SpecificationError) -> Trajectory {
    var read = ImportedColumns(dimension: n)
    let hasPoints = columns.points.count == n
    var (first, last) = (0, 0)
    for line in rows {
      let words = line.words
      guard words.count == columns.count else {
        throw line.error("\(words.count) columns; expected \(columns.count), as their names say")
      }
      let evaluations = try words[columns.evaluations].count(from: 1)
      if read.steps.isEmpty { first = evaluations }
      guard evaluations > last else {
        throw words[columns.evaluations].error(
          "evaluation \(evaluations) after \(last); expected evaluations that ascend")
      }
      last = evaluations
      try count(evaluations - first, words, into: &read)
      let value = try words[columns.value].number()
      var point: [Double] = []
      if hasPoints { for i in columns.points { point.append(try words[i].number()) } }
      let step = try columns.step.map { i throws(SpecificationError) in try words[i].count() }
      guard step ?? .max > read.steps.last ?? -1 else {
        throw line.error(
          "step \(step ?? 0) after \(read.steps.last ?? 0); expected steps that ascend")
      }
      read.append(
        step: step ?? evaluations - first, value: value + (minimum ?? 0), point: point)
    }
    return try read.trajectory(
      of: function, minimum: minimum, by: optimizer, titled: title, seed: seed)
  }

  /// What was asked until a row: points behind the first, of which as many had a gradient as its
  /// column says.
  private func count(
    _ points: Int, _ words: [TextWord], into read: inout ImportedColumns
  ) throws(SpecificationError) {
    var counts = Counts()
    for (query, i) in columns.queries { counts[query] = try words[i].count() }
    guard counts[.gradients] <= points else {
      throw words[columns.queries[.gradients] ?? 0].error(
        "\(counts[.gradients]) gradients; expected at most \(points), as evaluations say")
    }
    counts[.values] = points - counts[.gradients]
    read.counts = counts
  }
}
