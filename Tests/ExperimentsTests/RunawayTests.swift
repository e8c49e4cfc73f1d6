import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Testing

/// A gradient that vanishes at infinity is no convergence; one at a minimum far away is.
@Suite struct RunawayTests {
  private func end(
    _ formula: String, _ optimizer: String, from start: Vector, steps: Int = 2000
  ) throws -> Outcome {
    try descend(
      FunctionCatalogue.function(formula), with: OptimizerCatalogue.settings(optimizer),
      from: start,
      plan: Plan(budget: Budget(steps: steps), stopRules: StopRules(idleSteps: 100))
    ).outcome
  }

  /// Where f falls towards a value that it never takes.
  @Test(
    arguments: ["x/(1+x^2)", "1/(1+x^2)", "1/x", "-1*atan(x)"],
    ["cg", "steepest-descent", "bfgs", "bb", "lbfgs"])
  func infinityIsNoMinimum(_ formula: String, _ optimizer: String) throws {
    let outcome = try end(formula, optimizer, from: [3])
    #expect([.diverged, .budgetSpent].contains(outcome.kind), "\(outcome.text)")
  }

  @Test(arguments: ["x/(1+x^2)", "1/(1+x^2)"]) func runsToInfinityAreTold(
    _ formula: String
  ) throws {
    #expect(
      try end(formula, "cg", from: [3])
        == Outcome(.diverged, "the iterate goes to infinity, where the gradient vanishes"))
  }

  /// The gradient at the double nearest to a minimum at √2 · 10¹⁰ is above 10⁻⁶.
  @Test(
    arguments: ["(x-1e10*sqrt(2))^2+(y-1)^2", "(x-1e10*sqrt(2))^2+3*(y-1e10*sqrt(3))^2"],
    ["bfgs", "cg", "lbfgs", "steepest-descent:search=exact"])
  func aMinimumFarAwayIsOne(_ formula: String, _ optimizer: String) throws {
    let outcome = try end(formula, optimizer, from: [1, 2])
    #expect(outcome.kind == .converged, "\(outcome.text)")
  }

  /// A known minimum is one wherever it is, and a step that a user's rule ends has converged by it.
  @Test func whatIsAskedForIsReached() throws {
    #expect(try end("x^2/(1+y^2):minimum=0", "cg", from: [3, 1]).kind == .converged)
    let run = try descend(
      FunctionCatalogue.function("1/(1+x^2)"), with: OptimizerCatalogue.settings("cg"), from: [3],
      plan: Plan(budget: Budget(steps: 999), stopRules: StopRules(gradientNorm: 1e-30)))
    #expect(run.outcome.text.hasPrefix("converged: gradient norm <= 1e-30"))
  }
}
