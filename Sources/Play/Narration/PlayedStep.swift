import Experiments
import Races
import Specifications

/// A race that is run again, as far as one of its steps, by one entrant alone and in detail.
struct PlayedStep {
  private let plan: RacePlan

  /// - Throws: `SettingError` or `SpecificationError` where the query asks for what cannot be.
  init(_ query: String, shelf: FunctionShelf, limits: PlayLimits) throws {
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
    var detailed = problem.plan
    detailed.isDetailed = true
    detailed.budget.steps = min(detailed.budget.steps ?? .max, step + 1)
    let run = try descend(
      problem.function, with: plan.optimizers[entrant].settings, from: problem.start,
      plan: detailed)
    return StepNarration(run, step: step, names: problem.function.variableNames)
  }
}
