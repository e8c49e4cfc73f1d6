import JSON
import LinearAlgebra
import Optimizers

extension StepDetail {
  /// Reads what `json` writes, in n = `dimension` variables.
  init(reading json: JSONReader, dimension: Int) throws(JSONError) {
    gradient = try Self.numbers(json.member("gradient"), dimension)
    let shown = try Self.diagnostics(json)
    var diagnostics: [Diagnostic] = []
    for (name, count, make) in Self.kinds(dimension) {
      guard let member = try shown.optional(name) else { continue }
      diagnostics.append(make(try Self.numbers(member, count)))
    }
    self.diagnostics = diagnostics
    var trials: [Vector] = []
    for trial in try json.member("trials").elements() {
      trials.append(try Self.numbers(trial, dimension))
    }
    self.trials = trials
  }

  /// Recordings called them exhibits once.
  private static func diagnostics(_ json: JSONReader) throws(JSONError) -> JSONReader {
    if let exhibits = try json.optional("exhibits") { return exhibits }
    return try json.member("diagnostics")
  }

  private static func numbers(_ json: JSONReader, _ count: Int) throws(JSONError) -> [Double] {
    let numbers = try json.numbers()
    guard numbers.count == count else {
      throw json.error("\(numbers.count) numbers; expected \(count)")
    }
    return numbers
  }

  /// The name of each kind of diagnostic, how many numbers it has, and what it is made of; in the
  /// order in which optimizers show them.
  private static func kinds(
    _ n: Int
  ) -> [(name: String, count: Int, make: ([Double]) -> Diagnostic)] {
    let square = n.multipliedReportingOverflow(by: n)
    let entries = square.overflow ? .max : square.partialValue
    return [
      ("momentum", n, { .momentum($0) }), ("scale", n, { .scale($0) }),
      ("model", entries, { .model(matrix($0, order: n)) }),
      ("inverse", entries, { .inverse(matrix($0, order: n)) }),
      ("region", n, { .region($0) }), ("direction", n, { .direction($0) }),
    ]
  }

  /// A matrix from its rows, of which the upper triangle counts.
  private static func matrix(_ entries: [Double], order n: Int) -> SymmetricMatrix {
    var matrix = SymmetricMatrix(order: n)
    for i in 0..<n {
      for j in i..<n { matrix[i, j] = entries[i * n + j] }
    }
    return matrix
  }
}
