import Experiments
import Objectives
import Optimizers
import Testing

/// What the meter counts and refuses of residuals, and how runs of least squares end.
@Suite struct LeastSquaresRunTests {
  static let texts = [
    "gauss-newton", "natural-gradient",
    "natural-gradient:fisher=empirical,damping=1", "lm", "lm:geodesic=true", "lm:preset=marquardt",
    "lm:preset=nielsen", "gauss-newton-diagonal", "trf", "dogbox",
  ]

  private func run(_ text: String, _ function: String, _ budget: Budget) throws -> Trajectory {
    try descend(
      FunctionCatalogue.function(function), with: OptimizerCatalogue.settings(text),
      plan: Plan(budget: budget))
  }

  /// A step of `fixed` asks for one Jacobian; with Armijo's search for one vector of residuals
  /// more.
  @Test func aJacobianCountsAsAGradientAndResidualsAsAValue() throws {
    let fixed = try run("gauss-newton:search=fixed", "mgh-32", Budget(steps: 1))
    #expect((fixed.counts[.gradients], fixed.counts[.values]) == (1, 0))
    let searched = try run("gauss-newton", "mgh-32", Budget(steps: 1))
    #expect((searched.counts[.gradients], searched.counts[.values]) == (1, 1))
    let bent = try run("lm:geodesic=true,factor=1e10", "mgh-32", Budget(steps: 1))
    #expect((bent.counts[.gradients], bent.counts[.values]) == (1, 2))
    #expect(searched.counts.evaluations == 2)
    #expect(searched.counts[.hessians] + searched.counts[.products] == 0)
  }

  @Test(arguments: texts) func budgetsBindResidualsToo(_ text: String) throws {
    for limit in 1...20 {
      let some = try run(text, "wood", Budget(evaluations: limit))
      #expect(some.counts.evaluations == limit)
      #expect(some.outcome == Outcome(.budgetSpent, "\(limit) evaluations"))
      let few = try run(text, "wood", Budget(gradients: limit))
      #expect(few.counts[.gradients] == limit)
      #expect(few.outcome == Outcome(.budgetSpent, "\(limit) gradients"))
    }
  }

  @Test(arguments: texts, ["noisy(mgh-7,sigma=0.1)", "ackley", "styblinski-tang"])
  func functionsWithoutResidualsFail(_ text: String, _ function: String) throws {
    let trajectory = try run(text, function, Budget(steps: 10))
    #expect(
      trajectory.outcome
        == Outcome(
          .failed, "f is no sum of squares; methods of least squares need its residuals"))
    #expect(trajectory.counts.evaluations == 0)
    #expect(trajectory.count == 1)
  }

  /// A change of coordinates is what these are indifferent to, up to rounding.
  @Test(arguments: ["shift(wood,by=1)", "rotate(wood,seed=3)", "scale(wood,x=2,value=4)"])
  func changedCoordinatesLeaveTheStepsOfGaussAndNewton(_ function: String) throws {
    for text in ["gauss-newton", "natural-gradient"] {
      let plain = try run(text, "wood", Budget(steps: 6))
      let changed = try run(text, function, Budget(steps: 6))
      let gain =
        try FunctionCatalogue.function(function).value(
          at: FunctionCatalogue.function(function).start) / plain.values[0]
      for (a, b) in zip(plain.values, changed.values) {
        #expect(abs(gain * a - b) <= 1e-9 * abs(b), "\(text)")
      }
    }
  }

  /// On every function that has residuals and on every smooth one, runs end with an outcome, and
  /// what is called converged has a small gradient.
  @Test(arguments: texts) func outcomesAreTruthful(_ text: String) throws {
    let settings = try OptimizerCatalogue.settings(text)
    for type in FunctionCatalogue.all where !(type is any FunctionWrapper.Type) {
      let function = type.init()
      guard function.sumOfSquares != nil || function.tags.contains(.smooth) else { continue }
      let trajectory = try descend(
        function, with: settings, plan: Plan(budget: Budget(evaluations: 200)))
      let last = trajectory.count - 1
      let isSum = function.sumOfSquares != nil
      #expect((trajectory.outcome.kind == .failed && trajectory.counts.evaluations == 0) != isSum)
      if trajectory.outcome.kind == .converged {
        let limit = 2e-8 * (1 + abs(trajectory.values[last]))
        #expect(trajectory.gradientNorms[last] <= limit, "\(type.name)")
      }
    }
  }
}
