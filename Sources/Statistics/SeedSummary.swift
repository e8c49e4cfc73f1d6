import Experiments

/// One row of the table of several runs of one optimizer. Failures count: they are among the runs
/// of every share, and infinite in medians and quartiles.
public struct SeedSummary: Sendable {
  /// Those that diverged or failed among them; at least 1.
  public let runCount: Int
  /// The quartiles of the final excess; nil where min f is not known. A run that has diverged or
  /// failed counts as infinite.
  public let finalExcess: Quartiles?
  /// For each of `ExcessSummary.targets`.
  public let successes: [Success]
  /// How many diverged or failed.
  public let breakdowns: Int
  /// Why they did, each outcome once, in the order of the runs.
  public let breakdownReasons: [String]
  /// The rate of the median excess.
  public let rate: FittedRate?

  /// How the runs fared against one target.
  public struct Success: Hashable, Sendable {
    /// The runs that reached the target.
    public let reached: Proportion
    /// The median of the steps to the target, where a run that did not reach it took infinitely
    /// many: infinite unless more than half reached it.
    public let medianSteps: Double
  }

  /// - Parameter runs: at least one.
  public init(_ runs: [Trajectory]) {
    runCount = runs.count
    let excesses = runs.compactMap(Self.finalExcess)
    finalExcess = excesses.isEmpty ? nil : Quartiles(excesses)
    successes = ExcessSummary.targets.map { target in
      let steps = runs.map { TimeToTarget(target, in: $0).spent.map { Double($0.steps) } }
      return Success(
        reached: Proportion(steps.count { $0 != nil }, of: steps.count),
        medianSteps: Quantiles.value(steps.map { $0 ?? .infinity }.sorted(), at: 0.5))
    }
    let broken = runs.filter(\.isBroken).map(\.outcome)
    breakdowns = broken.count
    breakdownReasons = broken.map(\.text).reduce(into: []) { reasons, text in
      if !reasons.contains(text) { reasons.append(text) }
    }
    rate = FittedRate(medianOf: runs)
  }

  private static func finalExcess(_ run: Trajectory) -> Double? {
    guard run.count > 0, let excess = run.excess(run.count - 1) else { return nil }
    return run.isBroken || excess.isNaN ? .infinity : excess
  }
}
