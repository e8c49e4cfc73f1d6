import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// L-BFGS in a trust region.
@Suite struct SpannedModelTests {
  /// Samples along a path of Rosenbrock's function in n variables.
  private func samples(_ count: Int, n: Int) throws -> [Sample] {
    var oracle = TestOracle(Rosenbrock(n: n))
    return try (0..<count).map { k throws(Halt) in
      let x = (0..<n).map { i -> Double in 1 + Double((i + 3 * k) % 7) / Double(9 + k) }
      var sample = Sample(at: x)
      try sample.evaluate(querying: &oracle)
      return sample
    }
  }

  /// The step is that of the whole matrix, made of the same pairs; with n above and below their
  /// number.
  @Test(arguments: [3, 8, 9, 10, 40], [0.01, 1, 1e3])
  func stepsAreThoseOfTheWholeMatrix(n: Int, radius: Double) throws {
    let samples = try samples(7, n: n)
    var model = SpannedModel(memory: 4)
    var pairs: [SpannedModel.Pair] = []
    for (start, end) in zip(samples, samples.dropFirst()) {
      model.learn(from: start, to: end)
      let s = zip(end.x, start.x).map { $0 - $1 }
      let y = zip(end.gradient, start.gradient).map { $0 - $1 }
      if y.dot(s) > 0 { pairs.append((s, y)) }
    }
    #expect(pairs.count >= 4)
    let last = try #require(samples.last)
    var oracle = TestOracle(Rosenbrock(n: n))
    let step = try model.step(from: last, within: radius, querying: &oracle)
    var solver = SymmetricSolver(order: n)
    solver.matrix = SpannedModel.matrix(of: pairs.suffix(4), order: n)
    try solver.begin()
    let equation = SecularEquation(try solver.eigensystem(), gradient: last.gradient)
    let whole = equation.step(.within(radius: radius))
    #expect(zip(step.step, whole.step).allSatisfy { abs($0 - $1) <= 1e-8 * whole.step.norm })
    #expect(abs(step.decrease - whole.decrease) <= 1e-8 * whole.decrease)
    #expect(step.isOnBoundary == whole.isOnBoundary)
    #expect(step.step.norm <= radius * (1 + 1e-12))
  }

  /// B s = y for the newest pair.
  @Test func theSecantEquationHolds() throws {
    let samples = try samples(4, n: 6)
    let pairs = zip(samples, samples.dropFirst()).map { start, end in
      (
        s: zip(end.x, start.x).map { $0 - $1 },
        y: zip(end.gradient, start.gradient).map { $0 - $1 }
      )
    }
    let newest = try #require(pairs.last)
    var image = Vector.zeros(6)
    SpannedModel.matrix(of: pairs, order: 6).multiply(newest.s, into: &image)
    #expect(zip(image, newest.y).allSatisfy { abs($0 - $1) <= 1e-10 * newest.y.norm })
  }

  @Test func quadraticsAreSolvedWithoutAHessian() {
    for n in [2, 10, 60] {
      let quadratic = Quadratic(n: n, condition: 100)
      let run = Run(
        LBFGSTrustRegion(), from: .zeros(n), on: quadratic.oracle, tolerance: 1e-8, mostSteps: 200)
      #expect(run.gradientNorm <= 1e-8, "\(n)")
      #expect(run.oracle.hessianCount + run.oracle.productCount == 0)
      #expect(Set(run.oracle.points).count == run.oracle.points.count)
    }
  }
}
