import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Output
import Scenes
import Specifications

/// How a race is made: the same optimizers descend one function, or several one after the other.
public struct RacePlan: Sendable {
  /// What is descended, from where, and how long.
  public struct Problem: Sendable {
    /// What is descended.
    public let function: any TestFunction
    /// n numbers.
    public let start: Vector
    /// With the seed of the first run; variants count on from there.
    public let plan: Plan

    /// - Parameter start: n numbers.
    public init(_ function: any TestFunction, from start: Vector, plan: Plan) {
      (self.function, self.start, self.plan) = (function, start, plan)
    }
  }

  /// Steps of each optimizer, unless told.
  public static let usualSteps = 300

  /// Descended one after the other, in this order.
  public let problems: [Problem]
  /// The entrants, in the order of legends and colours.
  public let optimizers: [GivenOptimizer]
  /// nil for the usual one, which depends on the runs.
  public let clock: RaceClock?
  /// Whether each optimizer has many runs.
  public let variants: RunVariants
  /// How long all runs together may take; those for which there is no time left have failed. What
  /// is recorded then depends on the machine.
  public var timeLimit: Duration?

  /// The optimizers on each problem, one after the other.
  public init(
    _ problems: [Problem], optimizers: [GivenOptimizer], clock: RaceClock? = nil,
    variants: RunVariants = RunVariants()
  ) {
    (self.problems, self.optimizers) = (problems, optimizers)
    (self.clock, self.variants) = (clock, variants)
  }

  /// A race by names: on `beale`, of `sgd:lr=0.002,adam:lr=0.05`.
  ///
  /// - Parameters:
  ///   - start: n numbers; the function's usual start unless given.
  ///   - steps: of each optimizer, at most.
  /// - Throws: `SpecificationError` where a name is unknown, or the start is none of the
  ///   function's.
  public init(
    _ function: String, optimizers: String, start: Vector? = nil, steps: Int = usualSteps
  ) throws(SpecificationError) {
    let function = try FunctionName.function(function)
    if let start { try requireValid(start, for: function) }
    let plan = Plan(
      budget: Budget(steps: steps),
      stopRules: StopRules(idleSteps: StopRules.usualIdleSteps))
    self.init(
      [Problem(function, from: start ?? function.start, plan: plan)],
      optimizers: try GivenOptimizer.list(optimizers))
  }

  /// What recordings call the optimizers; nil where nobody gave them names.
  private var names: [Specification]? {
    optimizers.contains { $0.name != nil } ? optimizers.map(\.specification) : nil
  }
}

// MARK: - Running

extension RacePlan {
  /// The race up to its first step: whether it can be drawn as is wanted, and whether its clock
  /// goes on, shows by that.
  ///
  /// - Throws: as `run`.
  public func firstSteps() throws -> [RaceRecording] {
    let recordings = try problems.compactMap(firstStep)
    if let clock { try Self.requireProgress(clock, recordings.flatMap(\.trajectories)) }
    return recordings
  }

  /// nil where there is nothing to follow from the start; of many runs some may start elsewhere.
  private func firstStep(_ problem: Problem) throws -> RaceRecording? {
    if variants.starts == nil { try Self.requireFinite(problem.function, at: problem.start) }
    guard problem.function.value(at: problem.start).isFinite else { return nil }
    var plan = Plan(budget: Budget(steps: min(1, problem.plan.budget.steps ?? 1)))
    plan.isTimed = clock?.kind == .seconds
    (plan.isDetailed, plan.watched) = (problem.plan.isDetailed, problem.plan.watched)
    return RaceRecording(
      function: problem.function, clock: clock ?? .usual(for: []), budget: plan.budget.description,
      entrants: try optimizers.map {
        [try descend(problem.function, with: $0.settings, from: problem.start, plan: plan)]
      }, names: names)
  }

  /// Runs all optimizers on all functions.
  ///
  /// - Returns: a recording for each function.
  /// - Throws: `SettingError` where the clock stands still, or there are too many runs;
  ///   `SpecificationError` where f is no number at a start, or what is to be kept does not fit
  ///   into memory; `CancellationError` where its task is cancelled.
  public func run(reporter: any Reporter = SilentReporter()) throws -> [RaceRecording] {
    let all = try problems.map { try entrants(of: $0, reporter) }
    let trajectories = all.flatMap { $0.flatMap { $0 } }
    let clock = clock ?? RaceClock.usual(for: trajectories)
    try Self.requireProgress(clock, trajectories)
    return zip(problems, all).map { problem, entrants in
      RaceRecording(
        function: problem.function, clock: clock, budget: problem.plan.budget.description,
        entrants: entrants, names: names)
    }
  }

  private func entrants(of problem: Problem, _ reporter: any Reporter) throws -> [[Trajectory]] {
    var variants = variants
    var plan = problem.plan
    plan.isTimed = clock?.kind == .seconds
    if variants.seeds > 1, !problem.function.isRandom {
      Study.warnOfEqualRuns(problem.function, reporter)
      variants.seeds = 1
    }
    let runs = try variants.runs(of: problem.function, from: problem.start, plan: plan)
    try requireAffordable(problem.function, runs.map(\.plan))
    if runs.count == 1 { try Self.requireFinite(problem.function, at: runs[0].start) }
    let end = timeLimit.map { ContinuousClock.now.advanced(by: $0) }
    let entrants = try optimizers.map { optimizer in
      try runs.map { run in
        var plan = run.plan
        if let end { plan.timeLimit = max(.zero, ContinuousClock.now.duration(to: end)) }
        plan.isCancellable = true
        let trajectory = try descend(
          problem.function, with: optimizer.settings, from: run.start, plan: plan)
        try Task.checkCancellation()
        return trajectory
      }
    }
    MinimumWarning.write(problem.function, entrants.flatMap { $0 }, to: reporter)
    return entrants
  }
}

// MARK: - What cannot be run

extension RacePlan {
  /// Throws where there is nothing to follow: f is no number at the start.
  public static func requireFinite(
    _ function: any TestFunction, at start: Vector
  ) throws(SpecificationError) {
    let value = function.value(at: start)
    guard value.isFinite else {
      throw SpecificationError(
        "f is \(NumberText.short(value)) at the start \(NumberText.short(start, atMost: 4)); "
          + "expected a start where it is finite")
    }
  }

  /// Throws where the clock does not count anything that the runs asked for.
  private static func requireProgress(
    _ clock: RaceClock, _ trajectories: [Trajectory]
  ) throws(SettingError) {
    let hasSteps = trajectories.contains { $0.steps.last ?? 0 > 0 }
    guard hasSteps, clock.last(of: trajectories) == 0 else { return }
    throw SettingError(
      "clock",
      "\(clock.rawValue) stands still in this race; expected one that counts what its optimizers "
        + "ask for")
  }

  /// Throws where the recordings of all runs of a function, and the file of them, do not fit into
  /// memory.
  private func requireAffordable(_ function: any TestFunction, _ plans: [Plan]) throws {
    let needs = optimizers.flatMap { rival in
      plans.map {
        $0.recordedNumbers(dimension: function.dimension, storesMatrix: rival.settings.storesMatrix)
      }
    }
    try MemoryBudget.require(
      needs.reduce(0, +) * (MemoryBudget.perNumber + MemoryBudget.perNumberOfJSON),
      for: "a race of \(needs.count) runs in \(function.dimension) variables",
      expected: "fewer runs, or fewer steps")
  }
}
