import Foundation
import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// Minima and costs against stored results of scipy's `minimize`, defaults, exact derivatives.
@Suite struct ScipyNewtonTests {
  struct Record: Decodable {
    let method: String
    let problem: String
    let start: Vector
    let success: Bool
    let f: Double
    let gradientNorm: Double
    let nfev: Int

    enum CodingKeys: String, CodingKey {
      case method, start, success, f, nfev
      case problem = "problem_id"
      case gradientNorm = "grad_inf"
    }
  }

  static let methods = [
    ("Newton-CG", "newton-cg:preset=scipy"), ("Newton-CG", "newton-cg"),
    ("dogleg", "dogleg"), ("dogleg", "double-dogleg"), ("trust-exact", "trust-exact"),
    ("trust-exact", "arc"), ("trust-ncg", "steihaug"),
  ]

  static let functions = [
    "rosenbrock": "rosenbrock", "beale": "beale", "himmelblau": "himmelblau",
    "extended_rosenbrock10": "rosenbrock-extended:n=10",
    "extended_rosenbrock100": "rosenbrock-extended:n=100", "powell_singular": "powell-singular",
    "wood": "wood", "helical_valley": "mgh-7", "variably_dimensioned10": "mgh-25:n=10",
    "trigonometric10": "mgh-26:n=10", "brown_badly_scaled": "mgh-4",
    "freudenstein_roth": "freudenstein-roth",
  ]

  static func records() throws -> [Record] {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/scipy/minimize_newton.json")
    return try JSONDecoder().decode([String: [Record]].self, from: Data(contentsOf: fixture))[
      "records", default: []]
  }

  @Test(arguments: methods)
  func reachesScipysMinimaAtItsCost(scipy: String, ours: String) throws {
    let settings = try OptimizerCatalogue.settings(ours)
    // A run that takes scipy's own steps ends where scipy does, but for rounding.
    let rounding = ours.hasSuffix("preset=scipy") ? 1e-6 : 0
    for record in try Self.records() where record.method == scipy && record.success {
      guard let name = Self.functions[record.problem] else { continue }
      let oracle = TestOracle(AnyFunction(try FunctionCatalogue.function(name)))
      let tolerance = record.gradientNorm * (1 + rounding)
      func run(_ settings: some OptimizerSettings) -> Run {
        Run(settings, from: record.start, on: oracle, tolerance: tolerance)
      }
      let run = run(settings)
      #expect(run.gradientNorm <= tolerance, "\(ours), \(record.problem)")
      #expect(run.value <= record.f + 1e-8 * max(1, abs(record.f)), "\(ours), \(record.problem)")
      #expect(run.oracle.gradientCount <= 2 * record.nfev + 5, "\(ours), \(record.problem)")
    }
  }
}

/// A function whose type is known at run time only.
private struct AnyFunction: Objective {
  let function: any TestFunction
  init(_ function: any TestFunction) { self.function = function }
  var dimension: Int { function.dimension }
  func value(at x: Span<Double>) -> Double { function.value(at: x) }
  func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    function.gradient(at: x, into: &gradient)
  }
  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    function.hessianProduct(at: x, along: d, into: &product)
  }
  func hessian(at x: Span<Double>, into hessian: inout SymmetricMatrix) {
    function.hessian(at: x, into: &hessian)
  }
}
