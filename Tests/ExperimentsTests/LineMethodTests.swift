import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Testing

/// Every method that searches along a line, on every smooth function of the library.
@Suite struct LineMethodTests {
  static let methods =
    ["line-search", "quasi-newton"].flatMap { name in
      OptimizerCatalogue.families.filter { $0.name == name }.flatMap(\.optimizers).map { $0.name }
    } + [
      "bfgs:search=hager-zhang", "bfgs:search=weak-wolfe", "bfgs:search=nocedal-wright",
      "bfgs:search=non-monotone", "bfgs:search=minfunc", "bfgs:search=armijo,damping=true",
      "cg:preset=cg-descent", "cg:beta=dai-liao", "cg:beta=hs", "cg:beta=fr", "cg:beta=dy",
    ]

  static let functions = FunctionCatalogue.all.filter { type in
    !(type is any FunctionWrapper.Type) && type.init().tags.contains(.smooth)
  }

  @Test(arguments: methods)
  func outcomesAreTruthful(_ method: String) throws {
    let settings = try OptimizerCatalogue.settings(method)
    #expect(Self.functions.count > 50)
    for type in Self.functions { try expectTruth(type.init(), settings, method) }
  }

  private func expectTruth(
    _ function: some TestFunction, _ settings: some OptimizerSettings, _ method: String
  ) throws {
    let plan = Plan(
      budget: Budget(evaluations: 100), stopRules: StopRules(gradientNorm: 1e-6))
    let trajectory = try descend(function, with: settings, plan: plan)
    let name = Comment(rawValue: "\(method) on \(function.specification)")
    let outcome = trajectory.outcome
    guard outcome.kind == .converged else { return }
    let end = trajectory.point(trajectory.count - 1)
    let gradient = function.gradient(at: end)
    let size = 1 + abs(function.value(at: end))
    #expect(gradient.norm <= max(1e-6, 2e-8 * size), name)
  }
}
