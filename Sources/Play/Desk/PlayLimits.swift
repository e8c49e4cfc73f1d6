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
  /// The longest that a race may take; runs are shown as far as they came.
  public var time = Duration.seconds(3)
  /// The most numbers that a race may record: variables times steps times runs.
  public var numbers = 50_000_000
  /// The most variables for methods that store a matrix of them.
  public var order = 1000
  /// The most pixels of a saved frame.
  public var pixels = 1920 * 1080
  /// The most frames of a saved film.
  public var frames = 2000
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
    try Self.require((request.starts?.count ?? 1) * (request.seeds ?? 1), "starts", runs)
    try requireDrawing(request.drawing)
    for function in request.functions ?? [] { try require(function, request) }
  }

  private func requireDrawing(_ drawing: DrawingRequest) throws(SettingError) {
    try Self.require(drawing.frames ?? 0, "frames", frames)
    let size = drawing.size ?? PixelSize(width: 0, height: 0)
    try Self.require(size.width * size.height, "size", pixels)
    guard drawing.jobs == nil else {
      throw SettingError("jobs", "is not a page's to choose; expected none")
    }
  }

  private func require(
    _ function: any TestFunction, _ request: RaceRequest
  ) throws(SettingError) {
    let optimizers = request.optimizers ?? []
    let variables = function.dimension
    if optimizers.contains(where: \.settings.storesMatrix) {
      try Self.require(variables, "functions", order)
    }
    let count = optimizers.count * (request.starts?.count ?? 1) * (request.seeds ?? 1)
    let entries = min(request.run.steps ?? RacePlan.usualSteps, steps) + 1
    guard Double(variables) * Double(entries) * Double(count) <= Double(numbers) else {
      throw SettingError(
        "steps",
        ": \(entries - 1) of \(count) runs in \(variables) variables are too many for a page")
    }
  }

  private static func require(_ count: Int, _ setting: String, _ most: Int) throws(SettingError) {
    guard count <= most else {
      throw SettingError(setting, ": \(count) are too many; a page shows at most \(most)")
    }
  }

  /// The plan of a race within them.
  func bounded(_ plan: RacePlan) -> RacePlan {
    let problems = plan.problems.map { problem in
      var bounded = problem.plan
      bounded.budget.steps = min(bounded.budget.steps ?? steps, steps)
      return RacePlan.Problem(problem.function, from: problem.start, plan: bounded)
    }
    var bounded = RacePlan(
      problems, optimizers: plan.optimizers, clock: plan.clock, variants: plan.variants)
    bounded.timeLimit = time
    return bounded
  }
}
