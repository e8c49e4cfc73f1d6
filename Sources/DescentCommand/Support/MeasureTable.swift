import DescentKit
import Foundation

/// What `descent measure` prints.
enum MeasureTable {
  static func text(_ groups: [NamedRuns]) -> String {
    let figures = figures(groups)
    // Over data the minimum is seldom known, and there is nothing to tell of excesses.
    if let figures, groups.allSatisfy({ $0.runs.allSatisfy { $0.minimum == nil } }) {
      return figures
    }
    let excess = groups.contains { $0.runs.count > 1 } ? seeds(groups) : runs(groups)
    return figures.map { $0 + "\n\n" + excess } ?? excess
  }

  /// A row an optimizer with what it came to over data; nil for other functions.
  private static func figures(_ groups: [NamedRuns]) -> String? {
    let summaries = groups.compactMap { FigureSummary($0.runs) }
    guard summaries.count == groups.count, let first = summaries.first else { return nil }
    let names = first.figures.map(\.name)
    var table = TextTable(
      ["optimizer", "runs", "step"] + names + ["outcome"], numeric: Set(1...(names.count + 2)))
    for (group, summary) in zip(groups, summaries) {
      let all = [summary.steps] + summary.figures.map(\.quartiles)
      table.add(
        [group.name, String(group.runs.count)] + all.map(cell) + [outcome(of: group.runs)])
    }
    let place =
      names.contains(Trajectory.Figure.validationLoss)
      ? "at the lowest validation loss" : "at the end"
    return table.text + "\n" + "medians \(place), with quartiles where there are several runs"
  }

  /// That of a single run; of several how many went wrong.
  private static func outcome(of runs: [Trajectory]) -> String {
    guard runs.count > 1 else { return runs.first?.outcome.text ?? "-" }
    return "\(SeedSummary(runs).breakdowns) broken off"
  }

  /// "0.97 (0.965 - 0.974)".
  private static func cell(_ quartiles: Quartiles) -> String {
    let median = Digits.short(quartiles.median)
    guard quartiles.lower < quartiles.upper else { return median }
    return median + " (\(Digits.short(quartiles.lower)) - \(Digits.short(quartiles.upper)))"
  }

  private static let targets = ExcessSummary.targets.map { "to \(Digits.short($0))" }
  private static let rates = ["rate", "residual", "over steps"]
  private static let rateNote =
    "rate: k^p, q^k or an order of convergence, what fits ln excess best over the steps told;\n"
    + "residual: its standard error"

  /// A row a run.
  private static func runs(_ groups: [NamedRuns]) -> String {
    var table = TextTable(
      ["optimizer", "final excess"] + targets + rates + ["outcome"],
      numeric: [1, 2, 3, 4, 5, 6, 7])
    for group in groups {
      for run in group.runs {
        let summary = ExcessSummary(run)
        let times = summary.times.map { time in
          time.spent.map { "\($0.steps) (\($0.counts[.gradients]))" } ?? "-"
        }
        table.add(
          [group.name, Digits.short(summary.finalExcess)] + times + cells(summary.rate) + [
            summary.outcome.text
          ])
      }
    }
    return table.text + "\n" + "steps (gradients) to an excess; \(rateNote)"
  }

  /// A row an optimizer.
  private static func seeds(_ groups: [NamedRuns]) -> String {
    var table = TextTable(
      ["optimizer", "runs", "median excess", "quartiles"] + targets + rates + ["broken off"],
      numeric: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    var reasons: [String] = []
    for group in groups {
      let summary = SeedSummary(group.runs)
      reasons += Self.reasons(summary, of: group.name)
      let excess = summary.finalExcess
      table.add(
        [
          group.name, String(summary.runCount), Digits.short(excess?.median),
          excess.map { "\(Digits.short($0.lower)) - \(Digits.short($0.upper))" } ?? "-",
        ] + summary.successes.map { excess == nil ? "-" : cell($0) } + cells(summary.rate) + [
          String(summary.breakdowns)
        ])
    }
    return table.text + "\n" + """
      runs that reached an excess, of all, [the share's 95% interval, Wilson's], the median of \
      their steps;
      a run that did not reach it counts as infinite, as one that has diverged or failed does in \
      medians;
      \(rateNote); rates are of the median excess; broken off: diverged or failed
      """ + reasons.map { "\n" + $0 }.joined()
  }

  private static let longestList = 3

  /// "gauss-newton: failed: f is no sum of squares", each reason once, the first few.
  private static func reasons(_ summary: SeedSummary, of name: String) -> [String] {
    let reasons = summary.breakdownReasons
    let more = reasons.count - longestList
    return reasons.prefix(longestList).map { "\(name): \($0)" }
      + (more > 0 ? ["\(name): \(more) more reasons"] : [])
  }

  /// "2/50 [0.01, 0.13] inf".
  private static func cell(_ success: SeedSummary.Success) -> String {
    let interval = success.reached.interval
    let bounds = [interval.lowerBound, interval.upperBound].map { String(format: "%.2f", $0) }
    return "\(success.reached.count)/\(success.reached.total) "
      + "[\(bounds.joined(separator: ", "))] \(Digits.count(success.medianSteps))"
  }

  private static func cells(_ rate: FittedRate?) -> [String] {
    guard let rate else { return ["-", "-", "-"] }
    return [rate.text, String(format: "%.2g", rate.residual), rate.rangeText]
  }
}
