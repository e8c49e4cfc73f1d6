import Experiments
import Foundation
import Statistics

/// What `descent measure` prints.
enum MeasureTable {
  static func text(_ groups: [[Trajectory]]) -> String {
    groups.contains { $0.count > 1 } ? seeds(groups) : runs(groups.flatMap { $0 })
  }

  private static let targets = ExcessSummary.targets.map { "to \(Digits.short($0))" }

  /// A row a run.
  private static func runs(_ trajectories: [Trajectory]) -> String {
    var table = TextTable(
      ["optimizer", "final excess"] + targets + ["rate", "over steps", "outcome"],
      numeric: [1, 2, 3, 4, 5, 6])
    for trajectory in trajectories {
      let summary = ExcessSummary(trajectory)
      let times = summary.times.map { time in
        time.spent.map { "\($0.steps) (\($0.counts.gradients))" } ?? "-"
      }
      table.add(
        [summary.optimizer, Digits.short(summary.finalExcess)] + times + [
          summary.rate.map { String(format: "%.2f", $0.slope) } ?? "-",
          summary.rate.map { "\($0.range.lowerBound)-\($0.range.upperBound)" } ?? "-",
          summary.outcome.text,
        ])
    }
    return table.text + "\n"
      + "steps (gradients) to an excess; rate: slope of log excess against log step"
  }

  /// A row an optimizer.
  private static func seeds(_ groups: [[Trajectory]]) -> String {
    var table = TextTable(
      ["optimizer", "runs", "median excess", "quartiles"] + targets + ["broken off"],
      numeric: [1, 2, 3, 4, 5, 6, 7])
    let summaries = groups.map(SeedSummary.init)
    for summary in summaries {
      let successes = summary.successes.map { success in
        let steps = success.medianSteps.map { " (\(Digits.short($0)))" } ?? ""
        return "\(success.count)\(steps)"
      }
      let excess = summary.finalExcess
      table.add(
        [
          summary.optimizer, String(summary.runCount), Digits.short(excess?.median),
          excess.map { "\(Digits.short($0.lower)) - \(Digits.short($0.upper))" } ?? "-",
        ] + successes + [String(summary.breakdowns)])
    }
    return table.text + "\n"
      + "runs that reached an excess (median of their steps); broken off: diverged or failed"
      + summaries.flatMap(reasons).map { "\n" + $0 }.joined()
  }
  private static let longestList = 3

  /// "gauss-newton: failed: f is no sum of squares", each reason once, the first few.
  private static func reasons(_ summary: SeedSummary) -> [String] {
    let reasons = summary.breakdownReasons
    let more = reasons.count - longestList
    return reasons.prefix(longestList).map { "\(summary.optimizer): \($0)" }
      + (more > 0 ? ["\(summary.optimizer): \(more) more reasons"] : [])
  }
}
