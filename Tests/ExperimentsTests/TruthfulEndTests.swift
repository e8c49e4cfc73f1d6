import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Testing

/// Every optimizer, on functions that no optimizer can minimize or that few can, says how it ended.
@Suite struct TruthfulEndTests {
  /// Functions of x and y, and a start.
  private static let hostile: [(formula: String, start: Vector)] = [
    ("0*x+0*y+5", [1, 2]),
    ("x+y+log(-1)", [1, 2]),
    ("x+y+1/0", [1, 2]),
    ("-1/0+x+y", [1, 2]),
    ("1e308*(x^2+y^2)", [0.5, 0.25]),
    ("1e308*(x+y)", [0.1, 0.2]),
    ("1e-308*(x^2+y^2)", [1, 2]),
    ("floor(x)+y^2", [2.5, 1]),
    ("sign(x)+sign(y)", [1, 1]),
    ("abs(x)+abs(y)", [1, 2]),
    ("log(x)+y^2", [-1, 1]),
    ("x-log(x)+y^2", [3, 1]),
    ("sqrt(x)+y^2", [0.5, 1]),
    ("log(x)+log(y)", [1, 2]),
    ("-x^2-y^2", [1, 2]),
    ("x+y", [1, 2]),
    ("x^3+y^3", [1, 2]),
    ("-exp(x)+y^2", [1, 2]),
    ("x^1000+y^2", [2, 1]),
    ("x^1000+y^1000", [0.5, 0.5]),
    ("exp(x^2)+y^2", [20, 1]),
  ]

  /// At most so many steps, evaluations in all, and steps at rest.
  private static let plan = Plan(
    budget: Budget(steps: 200, evaluations: 1000), stopRules: StopRules(idleSteps: 5))

  @Test(arguments: OptimizerCatalogue.names) func saysHowItEnded(_ name: String) throws {
    let settings = try OptimizerCatalogue.settings(name)
    for (formula, start) in Self.hostile {
      let function = try FunctionCatalogue.function(formula)
      let run = try descend(function, with: settings, from: start, plan: Self.plan)
      let complaint = Self.complaint(about: run, of: function, from: start)
      #expect(complaint == nil, "\(name) on \(formula): \(run.outcome)")
    }
  }

  /// What is untrue of an outcome; nil where nothing is.
  private static func complaint(
    about run: Trajectory, of function: any TestFunction, from start: Vector
  ) -> String? {
    let end = run.point(run.count - 1)
    let value = function.value(at: end)
    let gradient = function.gradient(at: end)
    switch run.outcome.kind {
    case .converged:
      // 0, or what doubles cannot tell from it: ‖∇f‖ ≤ √ε (1 + |f|), or a step that small.
      let isFlat = gradient.norm <= 1.5e-8 * (1 + abs(value))
      let isNear = isNearMinimum(end, of: function, extent: start.largestMagnitude)
      return isFlat || isNear ? nil : "not stationary"
    case .diverged:
      let isFinite = value.isFinite && gradient.isFinite && end.isFinite
      return !isFinite || value < function.value(at: start) ? nil : "neither infinite nor lower"
    case .budgetSpent:
      let isSpent = run.counts.evaluations == 1000 || run.steps.last == 200
      return isSpent ? nil : "not spent"
    default:
      return run.outcome.reason.isEmpty || !end.isFinite ? "no reason" : nil
    }
  }

  /// Whether f rises from x by no less than rounding in all directions within √ε of the run's size.
  private static func isNearMinimum(
    _ x: Vector, of function: any TestFunction, extent: Double
  ) -> Bool {
    let radius = 3e-8 * max(extent, x.largestMagnitude)
    let value = function.value(at: x)
    return x.indices.allSatisfy { i in
      [-radius, radius].allSatisfy { offset in
        var neighbor = x
        neighbor[i] += offset
        return function.value(at: neighbor) >= value
      }
    }
  }
}
