import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Scenes
import Specifications

/// Runs races: the same optimizers over one function or several.
struct RaceProduction: Sendable {
  let functions: [any TestFunction]
  let settings: [any OptimizerSettings]
  /// One for each function.
  let starts: [Vector]
  /// One for each function.
  let plans: [Plan]
  /// nil for the usual one, which depends on the runs.
  let clock: RaceClock?
  var variants = RunVariants()

  /// Throws where there is nothing to follow: f is no number at the start.
  static func requireFinite(_ function: any TestFunction, at start: Vector) throws {
    let value = function.value(at: start)
    guard value.isFinite else {
      let point = NumberText.short(start, atMost: 4)
      throw Failure(
        .usage,
        "f is \(NumberText.short(value)) at the start \(point); "
          + "expected a start where it is finite")
    }
  }

  /// Throws where the clock does not count anything that the runs asked for.
  private static func requireProgress(_ clock: RaceClock, _ trajectories: [Trajectory]) throws {
    let hasSteps = trajectories.contains { $0.steps.last ?? 0 > 0 }
    guard hasSteps, clock.last(of: trajectories) == 0 else { return }
    throw Failure(
      .usage,
      "--clock \(clock.rawValue) stands still in this race; expected one that counts what its "
        + "optimizers ask for")
  }

  /// One run after another.
  static func trajectories(
    _ function: any TestFunction, _ rivals: [any OptimizerSettings], from start: Vector, plan: Plan
  ) throws(SpecificationError) -> [Trajectory] {
    var trajectories: [Trajectory] = []
    for settings in rivals {
      let trajectory = try descend(function, with: settings, from: start, plan: plan)
      trajectories.append(trajectory)
    }
    return trajectories
  }

  /// The race up to its first step: whether it can be drawn as is wanted, and whether its clock
  /// goes on, shows by that.
  func rehearsal() throws -> [RaceRecording] {
    let recordings = try firstSteps()
    if let clock { try Self.requireProgress(clock, recordings.flatMap(\.trajectories)) }
    return recordings
  }

  private func firstSteps() throws -> [RaceRecording] {
    try functions.enumerated().compactMap { i, function in
      if variants.starts == nil { try Self.requireFinite(function, at: starts[i]) }
      // Of many runs some may start elsewhere.
      guard function.value(at: starts[i]).isFinite else { return nil }
      var plan = Plan(budget: Budget(steps: min(1, plans[i].budget.steps ?? 1)))
      plan.isTimed = clock?.kind == .seconds
      return RaceRecording(
        function: function, clock: clock ?? .usual(for: []), budget: plan.budget.description,
        trajectories: try Self.trajectories(function, settings, from: starts[i], plan: plan))
    }
  }

  /// Throws where the recordings of all runs of a function, and the file of them, do not fit into
  /// memory.
  private func requireAffordable(_ function: any TestFunction, _ plans: [Plan]) throws {
    let needs = settings.flatMap { rival in
      plans.map {
        $0.recordedNumbers(dimension: function.dimension, storesMatrix: rival.storesMatrix)
      }
    }
    try MemoryBudget.require(
      needs.reduce(0, +) * (MemoryBudget.perNumber + MemoryBudget.perNumberOfJSON),
      for: "a race of \(needs.count) runs in \(function.dimension) variables",
      expected: "fewer runs, or fewer steps")
  }

  /// The runs, before there is anything to clean up after an interruption.
  func recordings() throws -> [RaceRecording] {
    var all: [[Trajectory]] = []
    for (i, function) in functions.enumerated() {
      var variants = variants
      var plan = plans[i]
      plan.isTimed = clock?.kind == .seconds
      if variants.seeds > 1, function.noise == nil {
        SeededRuns.warnOfEqualRuns(function)
        variants.seeds = 1
      }
      let runs = try variants.runs(of: function, from: starts[i], plan: plan)
      try requireAffordable(function, runs.map(\.plan))
      if runs.count == 1 { try Self.requireFinite(function, at: runs[0].start) }
      let trajectories = try settings.flatMap { rival in
        try runs.flatMap { run in
          try Self.trajectories(function, [rival], from: run.start, plan: run.plan)
        }
      }
      MinimumWarning.write(function, trajectories)
      all.append(trajectories)
    }
    let runs = all.flatMap { $0 }
    let clock = clock ?? RaceClock.usual(for: runs)
    try Self.requireProgress(clock, runs)
    return functions.indices.map { i in
      RaceRecording(
        function: functions[i], clock: clock, budget: plans[i].budget.description,
        trajectories: all[i])
    }
  }
}
