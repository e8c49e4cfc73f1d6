import Experiments
import Objectives
import Races
import Scenes
import Specifications

/// How much a page may ask for at once.
public struct PlayLimits: Sendable {
  /// The most entrants of a race.
  public var entrants = 12
  /// The most steps of a run, whatever is asked for.
  public var steps = 100_000
  /// The most runs of an entrant.
  public var runs = 200
  /// The longest that a run may take; it is shown as far as it came.
  public var time = Duration.seconds(2)
  /// Whether functions may be of data in files of this machine.
  public var readsFiles = true

  /// The defaults.
  public init() {}

  /// What a page keeps of a race: all that it may show, with all digits.
  static var page: PageLimits {
    var limits = PageLimits()
    limits.isExact = true
    return limits
  }

  /// Throws where a race has more of anything, or wants to say where files are written.
  func require(_ request: RaceRequest) throws(SettingError) {
    guard request.output == nil else {
      throw SettingError("output", "is not a page's to choose; expected none")
    }
    try Self.require(request.functions?.count ?? 1, "functions", 1)
    try Self.require(request.optimizers?.count ?? 1, "optimizers", entrants)
    try Self.require(request.run.steps ?? 0, "steps", steps)
    try Self.require(request.seeds ?? 1, "seeds", runs)
    try Self.require(request.starts?.count ?? 1, "starts", runs)
  }

  private static func require(_ count: Int, _ setting: String, _ most: Int) throws(SettingError) {
    guard count <= most else {
      throw SettingError(setting, ": \(count); a page shows at most \(most)")
    }
  }

  /// The plan of a race within them.
  func bounded(_ plan: RacePlan) -> RacePlan {
    let problems = plan.problems.map { problem in
      var bounded = problem.plan
      bounded.budget.steps = min(bounded.budget.steps ?? steps, steps)
      bounded.timeLimit = time
      return RacePlan.Problem(problem.function, from: problem.start, plan: bounded)
    }
    return RacePlan(
      problems, optimizers: plan.optimizers, clock: plan.clock, variants: plan.variants)
  }
}
