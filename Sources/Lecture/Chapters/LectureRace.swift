import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Races
import Scenes
import Specifications

/// Runs for chapters: names in, recordings out.
enum LectureRace {
  /// One run.
  ///
  /// - Parameter steps: so many, unless a rule ends it before.
  static func run(
    _ function: String, _ optimizer: String, from start: Vector? = nil, steps: Int,
    seed: UInt64 = 0, stopRules: StopRules = StopRules(), cadence: Cadence = .all,
    isDetailed: Bool = false
  ) throws -> Trajectory {
    let function = try FunctionName.function(function)
    let settings = try OptimizerCatalogue.settings(optimizer)
    var plan = Plan(
      budget: Budget(steps: steps), stopRules: stopRules, cadence: cadence, seed: seed)
    plan.isDetailed = isDetailed
    return try descend(function, with: settings, from: start ?? function.start, plan: plan)
  }

  /// The race of several, as recordings to be drawn.
  ///
  /// - Parameters:
  ///   - optimizers: specifications with commas between them.
  ///   - isDetailed: whether overlays are to be drawn.
  static func record(
    _ function: String, _ optimizers: String, from start: Vector? = nil, steps: Int,
    clock: RaceClock? = nil, isDetailed: Bool = false, variants: RunVariants = RunVariants(),
    seed: UInt64 = 0, stopRules: StopRules = StopRules()
  ) throws -> [RaceRecording] {
    let function = try FunctionName.function(function)
    var plan = Plan(budget: Budget(steps: steps), stopRules: stopRules, seed: seed)
    plan.isDetailed = isDetailed
    return try RacePlan(
      [RacePlan.Problem(function, from: start ?? function.start, plan: plan)],
      optimizers: try OptimizerCatalogue.list(optimizers).map { GivenOptimizer($0) }, clock: clock,
      variants: variants
    ).run()
  }

  /// The largest distance of iterates of two runs over so many steps, over that of the start from 0;
  /// NaN where one of them took fewer.
  static func largestDistance(_ a: Trajectory, _ b: Trajectory, steps: Int) -> Double {
    guard a.count == steps + 1, b.count == steps + 1 else { return .nan }
    let distances = (0...steps).map { a.point($0).minus(b.point($0)).norm }
    return distances.largest / a.point(0).norm
  }
}
