import LinearAlgebra
import Objectives
import Optimizers
import Output
import Specifications

/// Runs that differ in their seed only.
public struct SeededRuns {
  /// What is descended.
  public let function: any TestFunction
  /// n numbers.
  public let start: Vector
  /// That of the first run; the others have the seeds after its own.
  public let plan: Plan
  /// How many, from the plan's seed on.
  public let seeds: Int

  /// - Parameter seeds: 1 or more.
  public init(function: any TestFunction, start: Vector, plan: Plan, seeds: Int) {
    (self.function, self.start) = (function, start)
    (self.plan, self.seeds) = (plan, seeds)
  }

  /// A group of runs for each optimizer. Where nothing is random one run stands for all, which is
  /// told.
  ///
  /// - Throws: `SpecificationError` as `descend`, or where the recordings of all runs do not fit
  ///   into memory.
  public func groups(
    _ settings: [any OptimizerSettings], reporter: any Reporter = SilentReporter()
  ) throws -> [[Trajectory]] {
    try requireAffordable(settings)
    defer { reporter.finish("runs") }
    let groups = try settings.enumerated().map { i, rival in
      try runs(of: rival) {
        reporter.progress(of: "runs", i * seeds + $0, of: settings.count * seeds)
      }
    }
    if seeds > 1, groups.allSatisfy({ $0.count == 1 }) {
      Self.warnOfEqualRuns(function, reporter)
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

  /// Tells that the seeds make no difference, and that each optimizer was run once.
  public static func warnOfEqualRuns(_ function: any TestFunction, _ reporter: any Reporter) {
    reporter.warn(
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
    // What is opened for `descend` has to be a constant here, not a property.
    let function: any TestFunction = function
    var plan = plan
    plan.seed = seed
    return try descend(function, with: settings, from: start, plan: plan)
  }
}
