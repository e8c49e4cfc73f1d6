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
    try requireAffordable(settings)
    let progress = Progress("runs")
    defer { progress.finish() }
    let groups = try settings.enumerated().map { i, rival in
      try runs(of: rival) { progress.report(i * seeds + $0, of: settings.count * seeds) }
    }
    if seeds > 1, groups.allSatisfy({ $0.count == 1 }) {
      Self.warnOfEqualRuns(function)
    }
    return groups
  }

  /// Throws where the recordings of all runs, and the rows that tell them, do not fit into memory.
  private func requireAffordable(_ settings: [any OptimizerSettings]) throws {
    let numbers = settings.map {
      plan.recordedNumbers(dimension: function.dimension, storesMatrix: $0.storesMatrix)
    }
    try MemoryBudget.require(
      numbers.reduce(0, +) * Double(seeds) * 3 * MemoryBudget.perNumber,
      for: "measuring \(settings.count * seeds) runs", expected: "fewer seeds, or fewer steps")
  }

  static func warnOfEqualRuns(_ function: any TestFunction) {
    StandardError.warn(
      "seeds change nothing for '\(function.specification)' and these optimizers; each "
        + "was run once")
  }

  /// - Parameter report: told how many of the seeds are done.
  private func runs(
    of settings: any OptimizerSettings, report: (Int) -> Void
  ) throws -> [Trajectory] {
    var runs: [Trajectory] = []
    for k in 0..<seeds {
      runs.append(try run(settings, seed: plan.seed &+ UInt64(k)))
      report(k + 1)
      // The same values to the last bit, NaN too: the seed is not looked at.
      if k == 1, runs[1].values.map(\.bitPattern) == runs[0].values.map(\.bitPattern) {
        report(seeds)
        return [runs[0]]
      }
    }
    return runs
  }

  private func run(_ settings: any OptimizerSettings, seed: UInt64) throws -> Trajectory {
    var plan = plan
    plan.seed = seed
    return try RaceProduction.trajectories(function, [settings], from: start, plan: plan)[0]
  }
}
