import Objectives
import Testing

/// One problem of Moré, Garbow and Hillstrom in one size with its reference values.
struct MGHReference: Decodable, Sendable, CustomTestStringConvertible {
  struct Minimiser: Decodable, Sendable {
    let x: [Double]
    let f: Double
    let f_at_rounded_x: Double
    let hessian_eigenvalue_range: [Double]
  }

  struct Point: Decodable, Sendable {
    let name: String
    let x: [Double]
    let f: Double
    let gradient: [Double]
    let hessian: [[Double]]?
    let hessian_times_alternating: [Double]?
    let residuals: [Double]?
  }

  let number: Int
  let name: String
  let n: Int
  let m: Int
  let start: [Double]
  let fstar: Double
  let fstar_basis: String
  /// Present where the minimizers are a whole affine set.
  let minimiser_note: String?
  let minimisers: [Minimiser]
  let points: [Point]

  var testDescription: String { "\(number) \(name) n=\(n) m=\(m)" }

  /// Our specification of it, with the sizes that are settings there.
  var specification: String {
    let name = "mgh-\(number)"
    let type =
      FunctionCatalogue.all.first { $0.name == name } ?? FunctionCatalogue.aliases[name]?.entry
    let settings = [("n", n), ("m", m)].filter { key, _ in
      type?.parameterTable.contains { $0.name == key } ?? false
    }
    return "\(name):" + settings.map { "\($0)=\($1)" }.joined(separator: ",")
  }

  func function() throws -> any MGHProblem {
    try #require(FunctionCatalogue.function(specification) as? any MGHProblem)
  }

  static let all = Fixture.decode(File.self, "functions/mgh.json")?.problems ?? []

  private struct File: Decodable { let problems: [MGHReference] }
}
