import Experiments

/// One row of a table: what the runs of one optimizer came to. Failures count: they are among the
/// runs of every share, and infinite in medians and quartiles.
public struct SeedSummary: Sendable {
  /// Those that diverged or failed among them; at least 1.
  public let runCount: Int
  /// The quartiles of the final excess; nil where min f is not known. A run that has diverged or
  /// failed counts as infinite.
  public let finalExcess: Quartiles?
  /// What each target cost; none where no run can tell, as where min f is not known.
  public let times: [ExpectedTime]
  /// The quartiles of all that the runs spent; nil where no run can tell.
  public let spent: Quartiles?
  /// How many diverged or failed.
  public let breakdowns: Int
  /// Why they did, each outcome once, in the order of the runs.
  public let breakdownReasons: [String]
  /// The rate of the median excess.
  public let rate: FittedRate?

  /// - Parameters:
  ///   - runs: at least one.
  ///   - times: when those of them that can tell reached the targets, all of one set.
  public init(_ runs: [Trajectory], _ times: [RunTimes]) {
    runCount = runs.count
    let excesses = runs.compactMap(Self.finalExcess)
    finalExcess = excesses.isEmpty ? nil : Quartiles(excesses)
    let targets = times.first?.times.indices ?? 0..<0
    self.times = targets.map { ExpectedTime(times, target: $0) }
    spent = times.isEmpty ? nil : Quartiles(times.map(\.spent))
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
