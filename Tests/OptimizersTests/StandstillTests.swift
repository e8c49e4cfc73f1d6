import LinearAlgebra
import Objectives
import RealModule
import Testing

@testable import Optimizers

/// Runs without a stop rule end by themselves where only rounding is left.
@Suite struct StandstillTests {
  static let methods = [
    "bfgs", "lbfgs", "dfp", "sr1", "cg", "cg:preset=cg-descent", "bb", "newton-cg",
    "newton:hessian=shifted,search=strong-wolfe", "dogleg", "steihaug", "trust-krylov",
    "trust-exact", "arc",
    "sr1-trust-region", "lbfgs-trust-region", "bfgs:search=hager-zhang", "bfgs:search=armijo",
    "bfgs:search=weak-wolfe", "bfgs:search=nocedal-wright", "bfgs:search=minfunc",
  ]

  /// f* is not 0 but for the last: f is known to its own rounding only.
  @Test(arguments: methods, ["mgh-8", "mgh-16", "mgh-2", "mgh-32", "mgh-25"])
  func stallsAtAMinimum(_ text: String, _ name: String) throws {
    func check(_ settings: some OptimizerSettings, _ function: some TestFunction) {
      let run = Run(
        settings, from: function.start, on: TestOracle(function), tolerance: 0, mostSteps: 3000)
      guard case .stalled = run.halt else {
        // At a gradient of exactly 0 the run has ended before.
        #expect(run.gradientNorm == 0, "\(run.value) \(run.gradientNorm) \(run.steps)")
        return
      }
      let scale = max(1, function.hessian(at: run.x).rows.map(\.largestMagnitude).max() ?? 1)
      // Where f is known to 1e-14 of itself, the gradient is to the root of that.
      let resolution = 1e-7 * (scale * max(abs(run.value), 1e-7)).squareRoot()
      #expect(run.gradientNorm <= resolution, "\(run.gradientNorm) after \(run.steps)")
    }
    try check(OptimizerCatalogue.settings(text), FunctionCatalogue.function(name))
  }

  /// Slow progress is none of it: each step lowers f.
  @Test func slowDescentGoesOn() throws {
    let settings = try OptimizerCatalogue.settings("steepest-descent:search=exact")
    func steps(_ settings: some OptimizerSettings) -> Int {
      let quadratic = Quadratic(n: 2, condition: 1e4)
      return Run(settings, from: [1, 1], on: quadratic.oracle, tolerance: 0, mostSteps: 2000).steps
    }
    #expect(steps(settings) == 2000)
  }

  @Test func twentyStepsOfRoundingAreEnough() throws {
    func sample(_ value: Double, _ slope: Double) throws -> Sample {
      var oracle = TestOracle(dimension: 1) { _ in (value, [slope]) }
      var sample = Sample(at: [0])
      try sample.evaluate(querying: &oracle)
      return sample
    }
    func stepsUntilReached(_ value: (Int) -> Double, _ slope: (Int) -> Double) throws -> Int? {
      var standstill = Standstill()
      for k in 1...200 {
        let (former, current) = try (
          sample(value(k - 1), slope(k - 1)), sample(value(k), slope(k))
        )
        if standstill.isReached(from: former, to: current) { return k }
      }
      return nil
    }
    let rounded = { (k: Int) in 1 + Double(k % 3) * Double.ulpOfOne }
    #expect(try stepsUntilReached(rounded) { _ in 1e-9 } == 21)
    #expect(try stepsUntilReached(rounded) { k in 1e-9 * (k % 2 == 0 ? 1 : 1.5) } == 22)
    // A gradient that shrinks by a half in ten steps, or grows as on the way from a saddle.
    #expect(try stepsUntilReached(rounded) { k in .pow(0.93, Double(k)) } == nil)
    #expect(try stepsUntilReached(rounded) { k in 1e-9 * .pow(1.1, Double(k)) } == nil)
    // Values that fall.
    #expect(try stepsUntilReached({ k in 1 - 1e-12 * Double(k) }) { _ in 1e-9 } == nil)
  }
}
