import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Specifications

/// Runs that differ in their seed only.
struct SeededRuns {
  let function: any TestFunction
  let start: Vector
  let plan: Plan
  /// How many, from the plan's seed on.
  let seeds: Int

  /// A group of runs for each optimizer. Where nothing is random one run stands for all, and standard
  /// error says so.
  func groups(_ settings: [any OptimizerSettings]) throws -> [[Trajectory]] {
    let groups = try settings.map { rival in
      var runs = [try run(rival, seed: plan.seed)]
      guard seeds > 1 else { return runs }
      let second = try run(rival, seed: plan.seed &+ 1)
      // The same values to the last digit: the seed is not looked at.
      guard second.values != runs[0].values else { return runs }
      runs.append(second)
      for k in 2..<max(seeds, 2) { runs.append(try run(rival, seed: plan.seed &+ UInt64(k))) }
      return runs
    }
    if seeds > 1, groups.allSatisfy({ $0.count == 1 }) {
      Self.warnOfEqualRuns(function)
    }
    return groups
  }

  static func warnOfEqualRuns(_ function: any TestFunction) {
    StandardError.warn(
      "seeds change nothing for '\(function.specification)' and these optimizers; each "
        + "was run once")
  }

  private func run(_ settings: any OptimizerSettings, seed: UInt64) throws -> Trajectory {
    var plan = plan
    plan.seed = seed
    return try RaceProduction.trajectories(function, [settings], from: start, plan: plan)[0]
  }
}
