import Foundation
import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// Where methods with `preset=scipy` start anew or end a run, against scipy 1.17.
@Suite struct ScipyEndTests {
  struct Record: Decodable, Sendable {
    let height: Double
    let frequency: Double
    let points: [Vector]
  }

  static let records: [Record] = {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/scipy/restarts.json")
    struct File: Decodable { let records: [Record] }
    let file = try? JSONDecoder().decode(File.self, from: Data(contentsOf: fixture))
    return file?.records ?? []
  }()

  @Test func allRipplesAreStored() { #expect(Self.records.count == 6) }

  /// The gradient leaves out the ripples of f, so that searches fail. scipy asks again for the
  /// trial that it takes, and trials that differ by rounding alone are rounding's.
  @Test(arguments: records) func failedSearchesStartAnewAsScipys(record: Record) throws {
    let oracle = TestOracle(dimension: 2) { x in
      let (u, v) = (x[1] - x[0] * x[0], 1 - x[0])
      let ripple = record.height * sin(record.frequency * x[0])
      return (100 * u * u + v * v + ripple, [-400 * x[0] * u - 2 * v, 200 * u])
    }
    let settings = try #require(OptimizerCatalogue.settings("lbfgs:preset=scipy") as? LBFGS)
    let run = Run(settings, from: [-1.2, 1], on: oracle, tolerance: 0, mostSteps: 100)
    let (points, expected) = (Self.distinct(run.oracle.points), Self.distinct(record.points))
    try #require(points.count >= expected.count)
    for (k, pair) in zip(points, expected).enumerated() {
      try #require(Self.distance(pair.0, pair.1) <= 1e-8, "\(k): \(pair)")
    }
  }

  /// Without those that are within 1e-9 of one before.
  private static func distinct(_ points: [Vector]) -> [Vector] {
    var distinct: [Vector] = []
    for point in points where !distinct.contains(where: { distance(point, $0) <= 1e-9 }) {
      distinct.append(point)
    }
    return distinct
  }

  private static func distance(_ x: Vector, _ y: Vector) -> Double {
    zip(x, y).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 0
  }

  /// scipy ends Newton-CG on f = x after no move.
  @Test func flatFunctionsEndNewtonCG() throws {
    let oracle = TestOracle(dimension: 2) { ($0[0], [1, 0]) }
    let preset = try newtonCG("preset=scipy", from: [1, 2], on: oracle)
    #expect(preset.x == [1, 2])
    #expect(preset.steps == 0)
    #expect(preset.halt != nil)
    #expect(try newtonCG("unsettled=take", from: [1, 2], on: oracle).steps == 1)
  }

  /// Products with a matrix that is not symmetric do not settle p; scipy 1.17.1 ends with status 3
  /// before the first step.
  @Test func unsettledDirectionsEndNewtonCG() throws {
    var preset = NewtonCG()
    preset.unsettled = .fail
    var method = NewtonCG.Method(preset, dimension: 2)
    var x: Vector = [1, 2]
    var oracle = SkewOracle()
    #expect(throws: Halt.self) { try method.step(from: &x, querying: &oracle) }
    #expect(x == [1, 2])
    #expect(oracle.productCount == 40)
  }

  private func newtonCG(
    _ text: String, from start: Vector, on oracle: TestOracle
  ) throws -> Run {
    let settings = try #require(OptimizerCatalogue.settings("newton-cg:" + text) as? NewtonCG)
    return Run(settings, from: start, on: oracle, mostSteps: 1)
  }
}

/// f = |x|²/2 with wrong products: (x − 30 y, 30 x + y).
private struct SkewOracle: Oracle {
  let dimension = 2
  var productCount = 0

  func admitQuery() throws(Halt) {}

  mutating func value(at x: borrowing Vector) throws(Halt) -> Double { x.dot(copy x) / 2 }

  mutating func gradient(at x: borrowing Vector, into g: inout Vector) throws(Halt) -> Double {
    g = copy x
    return x.dot(copy x) / 2
  }

  mutating func hessian(at x: borrowing Vector, into result: inout SymmetricMatrix) throws(Halt) {
    throw .failed("no Hessian")
  }

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into result: inout Vector
  ) throws(Halt) {
    productCount += 1
    result = [d[0] - 30 * d[1], 30 * d[0] + d[1]]
  }
}
