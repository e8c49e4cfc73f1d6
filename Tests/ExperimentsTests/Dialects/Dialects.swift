import Objectives
import Specifications

/// How one optimizer of a library is said in our specifications: a row of a table.
struct Dialect: Sendable {
  /// As in `torch/SGD`.
  let source: String
  /// Hyper-parameters of the library that must be set, or (with a leading `!`) must not be, or
  /// (as `key=word`) must be a word, for this row to hold; the first row that fits is taken.
  var when: [String] = []
  /// Our method and what the library has built in, as `adam:epsilon-placement=uncorrected`. A key
  /// of the library in braces stands for its value, as in `lookahead(sgd(lr={learning_rate}))`.
  let ours: String
  /// Our keys by the library's. A list fills `key,key` in order, a number each of them; `key?` is
  /// left out where the library's value is zero; `-key` takes the number with the other sign,
  /// `½key` half of it, `√key` its root; `key|0` takes 0 where the library is given nothing;
  /// `key=text` stands for a flag that is set,
  /// `key=text/other` for either of its values.
  let keys: [String: String]
  /// Whether the library's parameter vector is our evaluation point instead of the iterate.
  var comparesEvaluationPoint = false
}

/// The tables of all libraries, and how a row is applied: no case has code of its own.
enum Dialects {
  static let all =
    momentum + wrappers + adam + adaptive + parameterFree + matrix + curvature

  static func dialect(of golden: GoldenTrajectory) -> Dialect? {
    all.first { row in
      row.source == "\(golden.library)/\(golden.optimizer)"
        && row.when.allSatisfy { condition in
          condition.hasPrefix("!")
            ? !golden.isSet(String(condition.dropFirst())) : golden.isSet(condition)
        }
    }
  }

  /// The specification of our optimizer; nil where no row fits.
  static func specification(_ golden: GoldenTrajectory) -> String? {
    guard let dialect = dialect(of: golden) else { return nil }
    var settings: [String] = []
    for (key, ours) in dialect.keys.sorted(by: { $0.key < $1.key }) {
      settings += entries(ours, golden.value(key))
    }
    let ours = golden.filling(dialect.ours)
    guard !settings.isEmpty else { return ours }
    return ours + (ours.contains(":") ? "," : ":") + settings.joined(separator: ",")
  }

  private static func entries(_ ours: String, _ value: Hyperparameter?) -> [String] {
    switch value {
    case .number(let number):
      return entries(ours, number)
    case .flag(let flag):
      if ours.contains("=") { return chosen(ours, flag) }
      return ["\(ours)=\(flag)"]
    case .list(let numbers):
      let names = ours.split(separator: ",")
      guard names.count > 1 else {
        let texts = numbers.compactMap { $0.map(NumberText.short) }
        return ["\(ours)=\(texts.joined(separator: "/"))"]
      }
      return zip(names, numbers).compactMap { name, number in number.map { "\(name)=\($0)" } }
    case .text(let text): return ["\(ours)=\(text)"]
    case .some(.none): return ours.hasSuffix("|0") ? entries(ours, 0) : []
    case nil: return []
    }
  }

  private static func entries(_ ours: String, _ number: Double) -> [String] {
    if ours.hasSuffix("?"), number == 0 { return [] }
    let said =
      switch ours.first {
      case "-": -number
      case "½": number / 2
      case "√": number.squareRoot()
      default: number
      }
    let keys = ours.drop { "-½√".contains($0) }.prefix { !"?|".contains($0) }
    return keys.split(separator: ",").map { "\($0)=\(NumberText.short(said))" }
  }

  /// `key=text/other` by a flag.
  private static func chosen(_ ours: String, _ flag: Bool) -> [String] {
    let words = ours.split(separator: "/").map(String.init)
    if flag { return [words[0]] }
    let key = words[0].prefix { $0 != "=" }
    return words.dropFirst().map { "\(key)=\($0)" }
  }
}

extension GoldenTrajectory {
  /// Whether a hyper-parameter is given and neither false nor zero.
  func isSet(_ key: String) -> Bool {
    switch hyperparameters[key] {
    case .flag(let value): value
    case .number(let value): value != 0
    case .list, .text: true
    case nil, .some(.none): hasWord(key)
    }
  }

  /// Whether `condition` is `key=word` and holds.
  private func hasWord(_ condition: String) -> Bool {
    hyperparameters.contains { key, value in
      guard case .text(let word) = value else { return false }
      return condition == "\(key)=\(word)"
    }
  }

  /// `text` with the values of the hyper-parameters whose keys stand in braces.
  func filling(_ text: String) -> String {
    hyperparameters.reduce(text) { text, entry in
      guard case .number(let number) = entry.value else { return text }
      return text.replacing("{\(entry.key)}", with: "\(number)")
    }
  }

  /// A hyper-parameter, or a side of the problem's matrix.
  func value(_ key: String) -> Hyperparameter? {
    switch key {
    case "problem.rows": problem.rows.map(Hyperparameter.number)
    case "problem.cols": problem.cols.map(Hyperparameter.number)
    default: hyperparameters[key]
    }
  }

  /// The problem: one of ours, or one that the fixtures define.
  func function() throws -> any TestFunction {
    if let variant = problem.variant {
      return try MatrixLeastSquares.fixture(problem.name, variant: variant)
    }
    if problem.name == "himmelblau" { return PowerHimmelblau() }
    if problem.name == "beale" { return PowerBeale() }
    let specification =
      switch problem.name {
      case "quadratic": "quadratic:n=\(problem.n),condition=\(problem.kappa ?? 1)"
      case "extended_rosenbrock": "rosenbrock-extended:n=\(problem.n)"
      default: problem.name.split(separator: "_").joined(separator: "-")
      }
    return try FunctionCatalogue.function(specification)
  }
}

extension Dialects {
  /// Cases that no row says, by library and optimizer, with what the library does wrong.
  static let faulty: [String: String] = [
    "optax/rprop": "applies the signs and sizes of the call before"
  ]
}

extension GoldenTrajectory {
  var isFaulty: Bool { Dialects.faulty["\(library)/\(optimizer)"] != nil }
}
