import Experiments

/// One row of the table of several runs of one optimizer.
public struct SeedSummary: Sendable {
  public let optimizer: String
  public let runCount: Int
  /// The quartiles of the final excess; nil where min f is not known.
  public let finalExcess: (lower: Double, median: Double, upper: Double)?
  /// For each of `ExcessSummary.targets`: how many runs reached it, and the median of their steps.
  public let successes: [(count: Int, medianSteps: Double?)]
  /// How many diverged or failed.
  public let breakdowns: Int
  /// Why they did, each outcome once, in the order of the runs.
  public let breakdownReasons: [String]

  /// - Parameter runs: at least one.
  public init(_ runs: [Trajectory]) {
    optimizer = runs.first?.optimizer ?? ""
    runCount = runs.count
    let excesses = runs.compactMap { run in run.count > 0 ? run.excess(run.count - 1) : nil }
      .map { $0.isNaN ? .infinity : $0 }.sorted()
    finalExcess =
      excesses.isEmpty
      ? nil
      : (
        Quantiles.value(excesses, at: 0.25), Quantiles.value(excesses, at: 0.5),
        Quantiles.value(excesses, at: 0.75)
      )
    successes = ExcessSummary.targets.map { target in
      let steps = runs.compactMap { TimeToTarget(target, in: $0).spent?.steps }.map(Double.init)
      return (steps.count, steps.isEmpty ? nil : Quantiles.value(steps.sorted(), at: 0.5))
    }
    let broken = runs.map(\.outcome).filter { $0.kind == .diverged || $0.kind == .failed }
    breakdowns = broken.count
    breakdownReasons = broken.map(\.text).reduce(into: []) { reasons, text in
      if !reasons.contains(text) { reasons.append(text) }
    }
  }
}
