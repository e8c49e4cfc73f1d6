import Foundation
import LinearAlgebra
import Testing

@testable import Optimizers

/// `bfgs:preset=scipy` where rounding chooses the step: ρ s sᵀ is 10⁻⁶² beside M = 1, and what the
/// order of operations leaves of M is all that the next step knows.
@Suite struct ScipySteepTests {
  struct Record: Decodable, Sendable {
    let function: String
    let start: Double
    let count: Int
    let iterates: [Double]
    let end: Double
  }

  static let records: [Record] = {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/scipy/iterates.json")
    struct File: Decodable { let steep: [Record] }
    let file = try? JSONDecoder().decode(File.self, from: Data(contentsOf: fixture))
    return file?.steep ?? []
  }()

  @Test func allRunsAreStored() {
    #expect(Self.records.map(\.function) == ["exp(x^2)", "x^64"].flatMap { [$0, $0, $0] })
  }

  @Test(arguments: records) func iteratesAndEndAreScipys(record: Record) throws {
    var method = BFGS.Method(
      try #require(OptimizerCatalogue.settings("bfgs:preset=scipy") as? BFGS), dimension: 1)
    var oracle = TestOracle(dimension: 1) { x in
      record.function == "x^64" ? Self.power(x[0]) : Self.exponential(x[0])
    }
    var x = [record.start]
    for k in 0..<record.count {
      try method.step(from: &x, querying: &oracle)
      guard k < record.iterates.count else { continue }
      let expected = record.iterates[k]
      try #require(
        abs(x[0] - expected) <= 1e-8 * max(1, abs(expected)), "\(k + 1): \(x[0]), \(expected)")
    }
    #expect(abs(x[0] - record.end) <= 1e-8 * max(1, abs(record.end)))
  }

  private static func exponential(_ x: Double) -> (Double, Vector) {
    let e = exp(x * x)
    return (e, [2 * x * e])
  }

  /// By multiplications alone, which are rounded alike everywhere.
  private static func power(_ x: Double) -> (Double, Vector) {
    var (p, slope) = (x, 1.0)
    for _ in 0..<6 { (p, slope) = (p * p, 2 * p * slope) }
    return (p, [slope])
  }
}
