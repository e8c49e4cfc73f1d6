import Experiments
import LinearAlgebra
import Races
import Specifications

/// A race that is run again, as far as one of its steps, by one entrant alone and in detail.
struct PlayedStep {
  private let plan: RacePlan
  private let limits: PlayLimits

  /// - Throws: `SettingError` or `SpecificationError` where the query asks for what cannot be.
  init(_ query: String, shelf: FunctionShelf, limits: PlayLimits) throws {
    self.limits = limits
    plan = try limits.bounded(PlayedRace.request(query, shelf: shelf, limits: limits).plan())
  }

  /// The step from the iterate after `step` steps on; of several runs the first's.
  ///
  /// - Throws: where there is no such entrant.
  func narration(of entrant: Int, at step: Int) throws -> StepNarration {
    guard plan.optimizers.indices.contains(entrant), let problem = plan.problems.first else {
      throw SettingError(
        "optimizers", ": there are \(plan.optimizers.count); expected one of them")
    }
    let first = try plan.variants.runs(
      of: problem.function, from: problem.start, plan: problem.plan)[0]
    var detailed = first.plan
    let most = detailed.budget.steps ?? limits.steps
    let (here, next) = (min(step, most), min(step, most - 1) + 1)
    detailed.isDetailed = true
    detailed.budget.steps = min(next, most)
    detailed.cadence = .steps([here, next])
    let run = try descend(
      problem.function, with: plan.optimizers[entrant].settings, from: first.start, plan: detailed)
    let stable = plan.optimizers[entrant].settings.largestStableCurvature
    return StepNarration(run, step: step, names: problem.function.variableNames) { iterate in
      stable.map {
        let steepest = LargestEigenvalue(ofHessianOf: problem.function, at: iterate).value
        return StepNarration.Curvature(steepest: steepest, stable: $0)
      }
    }
  }
}
