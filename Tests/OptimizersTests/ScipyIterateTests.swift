import Foundation
import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// Iterates of `preset=scipy` against those stored of scipy itself.
@Suite struct ScipyIterateTests {
  struct Record: Decodable, Sendable, CustomTestStringConvertible {
    let method: String
    let problem: String
    let success: Bool
    let iterates: [Vector]
    let end: Vector
    let f: Double

    enum CodingKeys: String, CodingKey {
      case method, success, iterates, end, f
      case problem = "problem_id"
    }

    var testDescription: String { "\(method), \(problem)" }
  }

  private struct File: Decodable { let records: [Record] }

  static let records: [Record] = {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/scipy/iterates.json")
    let file = try? JSONDecoder().decode(File.self, from: Data(contentsOf: fixture))
    return file?.records ?? []
  }()

  /// What scipy's methods are called here.
  static let presets = [
    "BFGS": "bfgs:preset=scipy", "CG": "cg:preset=scipy", "L-BFGS-B": "lbfgs:preset=scipy",
    "Newton-CG": "newton-cg:preset=scipy", "dogleg": "dogleg:preset=scipy",
    "trust-ncg": "steihaug:preset=scipy", "trust-exact": "trust-exact:preset=scipy",
    "trust-krylov": "trust-krylov", "lm": "lm", "trf": "trf", "trf jac": "trf:x-scale=jac",
    "dogbox": "dogbox", "dogbox jac": "dogbox:x-scale=jac",
  ]

  /// Of `least_squares`, which ends by other rules, and for which the quadratic is no sum of
  /// squares.
  static let ofSquares = ["lm", "trf", "trf jac", "dogbox", "dogbox jac"]

  static let functions = [
    "rosenbrock": "rosenbrock", "quadratic_k100": "quadratic:condition=100",
    "himmelblau": "himmelblau", "beale": "beale", "extended_rosenbrock10": "mgh-21:n=10",
    "powell_singular": "mgh-13", "wood": "mgh-14", "helical_valley": "mgh-7",
    "variably_dimensioned10": "mgh-25:n=10", "trigonometric10": "mgh-26:n=10",
    "brown_badly_scaled": "mgh-4", "freudenstein_roth": "mgh-2",
  ]

  @Test func allMethodsAreStored() {
    let most = Self.presets.count * Self.functions.count
    #expect(Self.records.count == most - Self.ofSquares.count)
  }

  @Test(arguments: records) func iteratesAreScipys(record: Record) throws {
    let preset = try #require(Self.presets[record.method])
    let problem = try #require(Problem.all.first { $0.name == record.problem })
    var oracle = try Self.oracle(record.problem)
    func walk<Settings: OptimizerSettings>(_ settings: Settings) throws {
      var method = Settings.Method(settings, dimension: problem.start.count)
      var x = problem.start
      for (k, expected) in record.iterates.enumerated() {
        try method.step(from: &x, querying: &oracle)
        let distance = zip(x, expected).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 0
        try #require(distance <= 1e-8, "\(record.testDescription), \(k + 1): \(x), \(expected)")
      }
    }
    try walk(try OptimizerCatalogue.settings(preset))
  }

  /// Where scipy's gradient is reached, f and the point are scipy's.
  @Test(arguments: records.filter { $0.success && !ofSquares.contains($0.method) })
  func endIsScipys(record: Record) throws {
    let preset = try #require(Self.presets[record.method])
    let problem = try #require(Problem.all.first { $0.name == record.problem })
    let oracle = try Self.oracle(record.problem)
    let tolerance = max(1e-12, oracle.gradient(record.end).gradient.largestMagnitude)
    func run(_ settings: some OptimizerSettings) -> Run {
      Run(settings, from: problem.start, on: oracle, tolerance: 1.001 * tolerance)
    }
    let end = run(try OptimizerCatalogue.settings(preset))
    #expect(abs(end.value - record.f) <= 1e-6 * max(1, abs(record.f)))
    // The minimum of Powell's function is flat to third order.
    let reach = record.problem == "powell_singular" ? 0.05 : 1e-3
    let distance = zip(end.x, record.end).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 0
    #expect(distance <= reach)
  }

  private static func oracle(_ problem: String) throws -> TestOracle {
    if problem == "himmelblau" { return TestOracle(HimmelblauSum()) }
    return TestOracle(try FunctionCatalogue.function(try #require(functions[problem])))
  }
}
