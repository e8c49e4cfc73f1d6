import Experiments
import Foundation
import Specifications
import Statistics

/// A table of a report: a name for files, a title, and what it says in words.
public struct ReportTable: Sendable {
  /// Of its files: "summary".
  public let name: String
  /// A few words.
  public let title: String
  /// What the numbers are, in a sentence or two.
  public let note: String
  /// The cells.
  public let table: TextTable
}

/// The tables of a study.
struct StudyTables {
  let table: StudyTable
  let times: HittingTimes
  /// How many pairs are compared at a time.
  let workers: Int

  /// Draws of a posterior: its shares are told to a hundredth.
  private static let draws = 10_000

  var all: [ReportTable] {
    [summary, work, excess, rates, comparisons, outcomes, defects].compactMap { $0 }
  }

  /// The lowest target, to which work is told.
  private var last: Int { times.targets.levels.count - 1 }
  private var targetNames: [String] {
    let scale = times.targets.scale == .absolute ? "" : "\(times.targets.scale.rawValue) "
    return times.targets.levels.map { scale + NumberText.short($0) }
  }

  // MARK: Of each optimizer

  /// A row an optimizer.
  var summary: ReportTable {
    let shown = times.targets.levels.count <= 6 ? times.targets.levels.indices.map { $0 } : [last]
    let scores = times.scores()
    let ranks = FriedmanTest(table.excessScores)?.averageRanks
    var rows = TextTable(
      ["optimizer", "runs"] + shown.map { "reached \(targetNames[$0])" }
        + ["median \(times.axis.name)", "score", "rank"],
      numeric: Set(1...(shown.count + 4)))
    for (o, name) in times.grid.optimizers.enumerated() {
      let runs = times.grid.problems.indices.flatMap { times.grid[$0, o] }
      let medians = times.grid.problems.indices.map {
        times.time(.median, problem: $0, optimizer: o, target: last)
      }
      rows.add(
        [name, String(runs.count)]
          + shown.map { target in
            Self.share(
              Proportion(runs.count { $0.times[target].isFinite }, of: runs.count))
          } + [
            medians.isEmpty ? "-" : Digits.count(Quartiles(medians).median),
            String(format: "%.3f", scores[o]),
            ranks.map { String(format: "%.2f", $0[o]) } ?? "-",
          ])
    }
    return ReportTable(
      name: "summary", title: "Optimizers",
      note: "Shares of runs with Wilson's 95% interval; the median over problems of the median "
        + "\(times.axis.name) to \(targetNames[last]), where a failure is infinite; AlgoPerf's score "
        + "(the mean of the performance profile up to 4 times the fastest); the average rank by "
        + "the lowest excess.",
      table: rows)
  }

  /// "0.67 [0.52, 0.80]".
  private static func share(_ share: Proportion) -> String {
    guard share.total > 0 else { return "-" }
    let value = Double(share.count) / Double(share.total)
    let (low, high) = (share.interval.lowerBound, share.interval.upperBound)
    return String(format: "%.2f [%.2f, %.2f]", value, low, high)
  }

  // MARK: Of each problem and optimizer

  private func perProblem(
    _ name: String, _ title: String, _ note: String, _ problems: [StudyProblem],
    _ cell: (Int, Int) -> String
  ) -> ReportTable {
    var rows = TextTable(
      ["problem"] + table.optimizers, numeric: Set(1..<(table.optimizers.count + 1)))
    for (p, problem) in problems.enumerated() {
      rows.add([problem.name] + table.optimizers.indices.map { cell(p, $0) })
    }
    return ReportTable(name: name, title: title, note: note, table: rows)
  }

  /// ERT to the lowest target.
  var work: ReportTable {
    perProblem(
      "ert", "Expected \(times.axis.name) to \(targetNames[last])",
      "ERT: the \(times.axis.name) of all runs until they reached the target, or in all, over the "
        + "number of those that reached it; beside it how many of how many did.",
      times.grid.problems
    ) { p, o in
      guard let time = times.expectedTime(problem: p, optimizer: o, target: last) else {
        return "-"
      }
      let share = "\(time.reached.count)/\(time.reached.total)"
      return time.value.isFinite ? "\(Digits.short(time.value)) (\(share))" : "inf (\(share))"
    }
  }

  /// The median of the lowest excess, with quartiles where there are several runs.
  var excess: ReportTable {
    perProblem(
      "excess", "Lowest excess",
      "The median over runs of the lowest f - min f, with quartiles where there are several; a run "
        + "that has no finite value counts as infinite.", table.problems
    ) { p, o in
      let lowest = table[p, o].map { $0.excesses(.best)?.last }
      guard !lowest.isEmpty, !lowest.contains(where: { $0 == nil }) else { return "-" }
      let quartiles = Quartiles(lowest.compactMap { $0 })
      let median = Digits.short(quartiles.median)
      return lowest.count == 1
        ? median
        : "\(median) [\(Digits.short(quartiles.lower)), \(Digits.short(quartiles.upper))]"
    }
  }

  /// How the median excess falls.
  var rates: ReportTable {
    perProblem(
      "rates", "Convergence",
      "The law that fits the median excess best against the step k: a power, a factor of each step, "
        + "or an order; with the steps that it was fitted to, and the residual of ln e.",
      table.problems
    ) { p, o in
      table.rate(problem: p, optimizer: o).map {
        "\($0.text) (\($0.rangeText), \(String(format: "%.2g", $0.residual)))"
      } ?? "-"
    }
  }

  // MARK: Of pairs of optimizers

  /// Nil for one optimizer, or no problem on which all were run.
  var comparisons: ReportTable? {
    let scores = table.excessScores
    guard scores.optimizers.count > 1, !scores.problems.isEmpty else { return nil }
    var rows = TextTable(
      [
        "first", "second", "digits gained", "p", "p (Holm)", "first better", "equal",
        "second better",
      ],
      numeric: Set(2...7))
    let pairs = scores.comparisons
    let chances = try? Parallel.map(pairs, workers: workers) {
      scores.posterior($0.first, $0.second, count: Self.draws)
    }
    for (pair, chance) in zip(pairs, chances ?? []) {
      rows.add(
        [
          scores.optimizers[pair.first], scores.optimizers[pair.second],
          Digits.short(0 - pair.medianDifference), Digits.short(pair.test.p),
          Digits.short(pair.adjusted),
        ] + [chance.first, chance.equal, chance.second].map { String(format: "%.2f", $0) })
    }
    return ReportTable(
      name: "comparisons", title: "Pairs of optimizers",
      note: "Over \(scores.problems.count) problems by the decimal logarithm of the lowest excess: "
        + "the median of what the first gains, Wilcoxon's signed-rank test, its p-value with Holm's "
        + "correction, and how likely either is better by the Bayesian signed-rank test, where a "
        + "difference of up to 0.1 is none.",
      table: rows)
  }

  // MARK: What went wrong

  /// How runs ended.
  var outcomes: ReportTable {
    let kinds = Outcome.Kind.allCases
    var rows = TextTable(
      ["optimizer"] + kinds.map(\.rawValue), numeric: Set(1..<(kinds.count + 1)))
    for (o, name) in table.optimizers.enumerated() {
      let runs = table.problems.indices.flatMap { table[$0, o] }
      rows.add(
        [name]
          + kinds.map { kind in
            String(runs.count { $0.trajectory.outcome.kind == kind })
          })
    }
    return ReportTable(
      name: "outcomes", title: "How runs ended", note: "Numbers of runs.", table: rows)
  }

  /// Nil where no run fell below a recorded minimum.
  var defects: ReportTable? {
    let defects = table.defects
    guard !defects.isEmpty else { return nil }
    var rows = TextTable(
      ["function", "recorded minimum", "known by", "lowest value found", "runs below"],
      numeric: [1, 3, 4])
    for (function, runs) in defects {
      let lowest = runs.flatMap(\.trajectory.values).filter(\.isFinite).min() ?? .nan
      rows.add([
        function.description, runs[0].trajectory.minimum.map(NumberText.short) ?? "",
        runs[0].basis.rawValue, NumberText.short(lowest), String(runs.count),
      ])
    }
    return ReportTable(
      name: "defects", title: "Runs below the recorded minimum",
      note: "Runs fell below the recorded minimum: it is none, or that of a domain which they left. "
        + "Excess on these functions is not to be trusted.",
      table: rows)
  }
}
