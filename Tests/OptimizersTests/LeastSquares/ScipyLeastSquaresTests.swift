import Foundation
import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// Minima and costs against stored results of scipy's `least_squares` with exact Jacobians.
@Suite struct ScipyLeastSquaresTests {
  struct Record: Decodable {
    let method: String
    let problem: String
    let start: Vector
    let x: Vector
    let f: Double
    let nfev: Int
    let njev: Int

    enum CodingKeys: String, CodingKey {
      case method, start, x, f, nfev, njev
      case problem = "problem_id"
    }
  }

  /// The functions of the library that the stored names mean.
  static let names = [
    "rosenbrock": "rosenbrock", "beale": "beale", "extended_rosenbrock10": "mgh-21:n=10",
    "extended_rosenbrock100": "mgh-21:n=100", "powell_singular": "mgh-13", "wood": "mgh-14",
    "helical_valley": "mgh-7", "variably_dimensioned10": "mgh-25:n=10",
    "trigonometric10": "mgh-26:n=10", "brown_badly_scaled": "mgh-4",
    "freudenstein_roth": "mgh-2",
  ]

  static func records(of method: String) throws -> [Record] {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/scipy/least_squares.json")
    return try JSONDecoder().decode([String: [Record]].self, from: Data(contentsOf: fixture))[
      "records", default: []
    ].filter { $0.method == method }
  }

  static func oracle(_ record: Record) throws -> TestOracle {
    if record.problem == "himmelblau" { return TestOracle(HimmelblauSum()) }
    let name = try #require(names[record.problem])
    return TestOracle(try FunctionCatalogue.function(name))
  }

  /// To scipy's f and point, with its counts: MINPACK's rules are ours. Its runs end at a trial,
  /// which ours may go past by one.
  @Test func reachesTheMinimaOfScipysMethodAtItsCost() throws {
    let records = try Self.records(of: "lm")
    #expect(records.count == 12)
    for record in records {
      let run = Run(
        LevenbergMarquardt(), from: record.start, on: try Self.oracle(record), tolerance: 0,
        mostSteps: record.njev)
      let name = Comment(rawValue: record.problem)
      #expect(run.value <= record.f + 1e-12 * max(1, record.f), name)
      #expect(run.oracle.trialPoints.count + 1 <= record.nfev + 1, name)
      #expect(run.oracle.jacobianPoints.count <= record.njev, name)
      let distance = zip(run.x, record.x).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 0
      #expect(distance <= 1e-8, name)
    }
  }

  /// Scipy's other methods find no lower minima, but for the trigonometric function, which has
  /// several.
  @Test(arguments: ["trf", "dogbox"]) func reachesTheMinimaOfScipysOtherMethods(
    _ method: String
  ) throws {
    for record in try Self.records(of: method) where record.problem != "trigonometric10" {
      let run = Run(
        LevenbergMarquardt(), from: record.start, on: try Self.oracle(record), tolerance: 0)
      #expect(run.value <= record.f + 1e-12 * max(1, record.f), "\(record.problem)")
    }
  }
}

/// Himmelblau's function as a sum of two squares.
struct HimmelblauSum: ResidualObjective {
  var dimension: Int { 2 }
  var residualCount: Int { 2 }

  func residuals(at x: Span<Double>, into r: inout MutableSpan<Double>) {
    r[0] = x[0] * x[0] + x[1] - 11
    r[1] = x[0] + x[1] * x[1] - 7
  }

  func jacobian(
    at x: Span<Double>, into jacobian: inout MutableSpan<Double>,
    residuals r: inout MutableSpan<Double>
  ) {
    residuals(at: x, into: &r)
    jacobian[0] = 2 * x[0]
    jacobian[1] = 1
    jacobian[2] = 1
    jacobian[3] = 2 * x[1]
  }

  func value(at x: Span<Double>) -> Double { Himmelblau().value(at: x) }

  func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    Himmelblau().gradient(at: x, into: &gradient)
  }

  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    Himmelblau().hessianProduct(at: x, along: d, into: &product)
  }
}
