import LinearAlgebra
import Optimizers
import Testing

/// Methods that carry f and ∇f from one step to the next, where each step sees another function.
@Suite struct MinibatchSearchTests {
  /// One step from x with the function a x² / 2; where it led.
  private static func step(
    _ method: inout some Optimizer, from x: Double, curvature a: Double
  ) throws -> (x: Double, asked: [Double]) {
    var oracle = TestOracle(dimension: 1) { x in (a * x[0] * x[0] / 2, [a * x[0]]) }
    oracle.isSampled = true
    var point: Vector = [x]
    try method.step(from: &point, querying: &oracle)
    return (point[0], oracle.points.map { $0[0] })
  }

  /// The pair of the step before is that of the function it saw: its rate is 1 / a of that one, and
  /// its slope that of the new one.
  @Test func pairsAreOfOneMinibatch() throws {
    var method = BarzilaiBorwein.Method(BarzilaiBorwein(), dimension: 1)
    let first = try Self.step(&method, from: 8, curvature: 4)
    #expect(first.x == 7)
    let second = try Self.step(&method, from: first.x, curvature: 1)
    #expect(second.x == 5.25)
    #expect(second.asked.first == 7)
    let third = try Self.step(&method, from: second.x, curvature: 0.5)
    #expect(third.x == 2.625)
  }

  /// M of BFGS from a pair is 1 / a of the function that taught it.
  @Test func inverseHessiansAreOfOneMinibatch() throws {
    var method = BFGS.Method(BFGS(), dimension: 1)
    let first = try Self.step(&method, from: 8, curvature: 4)
    let second = try Self.step(&method, from: first.x, curvature: 1)
    let expected = 0.75 * first.x
    #expect(abs(second.x - expected) <= 1e-12)
  }
}
