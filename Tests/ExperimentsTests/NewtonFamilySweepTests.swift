import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Testing

/// Newton's method, trust regions and cubic regularization on every smooth function.
@Suite struct NewtonFamilySweepTests {
  static let methods = [
    "newton", "newton:search=strong-wolfe", "newton:hessian=shifted,search=strong-wolfe",
    "newton:hessian=raised,search=strong-wolfe", "saddle-free", "saddle-free:search=strong-wolfe",
    "newton-cg", "newton-cg:preset=scipy", "dogleg", "double-dogleg", "steihaug", "trust-exact",
    "arc", "arc:decrease=gradient", "sr1-trust-region", "lbfgs-trust-region",
    "trust-krylov",
    "newton:alpha=1,search=strong-wolfe",
  ]

  static let functions = FunctionCatalogue.all.filter { type in
    !(type is any FunctionWrapper.Type) && type.init().tags.contains(.smooth)
  }.map { $0.name }

  /// No crash, and a run that says it has converged has.
  @Test(arguments: functions) func endsTruthfully(_ name: String) throws {
    let function = try FunctionCatalogue.function(name)
    let plan = Plan(
      budget: Budget(evaluations: 200),
      stopRules: StopRules(gradientNorm: 1e-7, idleSteps: 3), cadence: .steps([]))
    for method in Self.methods {
      let run = try descend(function, with: OptimizerCatalogue.settings(method), plan: plan)
      let x = run.point(run.count - 1)
      let value = function.value(at: x)
      let norm = function.gradient(at: x).norm
      if run.outcome.kind == .converged {
        #expect(norm <= 1.5e-8 * (1 + abs(value)) || norm <= 1e-7, "\(method): \(run.outcome)")
      }
      if run.outcome.kind != .diverged { #expect(x.isFinite) }
    }
  }
}
