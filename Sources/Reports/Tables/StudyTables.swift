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
  /// The cells, for people.
  public let table: TextTable
  /// The same as numbers that programs read, one a cell; nil where `table` is that already.
  public let numbers: TextTable?

  init(
    name: String, title: String, note: String, table: TextTable, numbers: TextTable? = nil
  ) {
    (self.name, self.title, self.note) = (name, title, note)
    (self.table, self.numbers) = (table, numbers)
  }
}

/// The tables of a study.
struct StudyTables {
  let table: StudyTable
  let times: HittingTimes
  /// Of the cells.
  let rates: StudyRates
  /// How many pairs are compared at a time.
  let workers: Int

  /// Draws of a posterior: its shares are told to a hundredth.
  private static let draws = 10_000

  var all: [ReportTable] {
    [summary, work, excess, convergence, comparisons, outcomes, defects].compactMap { $0 }
  }

  /// The lowest target, to which work is told.
  private var last: Int { times.targets.levels.count - 1 }
  private var axisTitle: String { times.axis.title(per: times.unit) }
  private var targetNames: [String] {
    let scale = times.targets.scale == .absolute ? "" : "\(times.targets.scale.rawValue) "
    return times.targets.levels.map { scale + NumberText.short($0) }
  }

  // MARK: Of each optimizer

  /// A row an optimizer.
  var summary: ReportTable {
    let levels = times.targets.levels.indices
    let shown = levels.count <= 6 ? Array(levels) : [last]
    var rows = TextTable(
      ["optimizer", "runs"] + shown.map { "reached \(targetNames[$0])" }
        + ["median \(axisTitle)", "score", "rank"],
      numeric: Set(1...(shown.count + 4)))
    var numbers = TextTable(
      ["optimizer", "runs"]
        + shown.flatMap { ["reached \(targetNames[$0])", "least", "most"] }
        + ["median work", "score", "rank"])
    let scores = times.scores()
    let ranks = FriedmanTest(table.excessScores)?.averageRanks
    for (o, name) in times.grid.optimizers.enumerated() {
      let runs = times.grid.problems.indices.flatMap { times.grid[$0, o] }
      let shares = shown.map { target in
        Proportion(runs.count { $0.times[target].isFinite }, of: runs.count)
      }
      let median = medianWork(of: o)
      let rank = ranks.map { String(format: "%.2f", $0[o]) } ?? "-"
      rows.add(
        [name, String(runs.count)] + shares.map(Self.share)
          + [Digits.short(median), String(format: "%.3f", scores[o]), rank])
      let intervals = shares.flatMap { [$0.share, $0.interval.lowerBound, $0.interval.upperBound] }
      let others = [median, scores[o], ranks?[o]]
      numbers.add(
        [name, String(runs.count)] + intervals.map(NumberText.short)
          + others.map { $0.map(NumberText.short) ?? "" })
    }
    return ReportTable(
      name: "summary", title: "Optimizers",
      note: "Shares of runs with Wilson's 95% interval; the median over problems of the median "
        + "\(axisTitle) to \(targetNames[last]), where a failure is infinite; AlgoPerf's score "
        + "(the mean of the performance profile up to 4 times the fastest, 1 at best); the average "
        + "rank by the lowest excess, 1 at best.",
      table: rows, numbers: numbers)
  }

  /// Of the problems' medians to the lowest target; nil for no problem.
  private func medianWork(of optimizer: Int) -> Double? {
    let medians = times.grid.problems.indices.map {
      times.time(.median, problem: $0, optimizer: optimizer, target: last)
    }
    return medians.isEmpty ? nil : Quartiles(medians).median
  }

  /// "0.67 [0.52, 0.80]".
  private static func share(_ share: Proportion) -> String {
    guard share.total > 0 else { return "-" }
    let (low, high) = (share.interval.lowerBound, share.interval.upperBound)
    return String(format: "%.2f [%.2f, %.2f]", share.share, low, high)
  }

  // MARK: Of each problem and optimizer

  /// A cell for people, and its numbers.
  private typealias Cell = (text: String, numbers: [String])

  /// A row a problem, a column an optimizer; as numbers a row a pair of them.
  private func perProblem(
    _ name: String, _ title: String, _ note: String, _ problems: [StudyProblem],
    columns: [String], _ cell: (Int, Int) -> Cell?
  ) -> ReportTable {
    var rows = TextTable(
      ["problem"] + table.optimizers, numeric: Set(1..<(table.optimizers.count + 1)))
    var numbers = TextTable(["problem", "optimizer"] + columns)
    for (p, problem) in problems.enumerated() {
      let cells = table.optimizers.indices.map { cell(p, $0) }
      rows.add([problem.name] + cells.map { $0?.text ?? "-" })
      for (optimizer, cell) in zip(table.optimizers, cells) {
        guard let cell else { continue }
        numbers.add([problem.name, optimizer] + cell.numbers)
      }
    }
    return ReportTable(name: name, title: title, note: note, table: rows, numbers: numbers)
  }

  /// ERT to the lowest target.
  var work: ReportTable {
    perProblem(
      "ert", "Expected \(axisTitle) to \(targetNames[last])",
      "ERT: the \(axisTitle) of all runs until they reached the target, or in all, over the "
        + "number of those that reached it; beside it how many of how many did.",
      times.grid.problems,
      columns: ["target", "expected work", "reached", "runs", "lower", "median", "upper"]
    ) { p, o in
      guard let time = times.expectedTime(problem: p, optimizer: o, target: last) else {
        return nil
      }
      let share = "\(time.reached.count)/\(time.reached.total)"
      let quartiles = [time.quartiles.lower, time.quartiles.median, time.quartiles.upper]
      return (
        "\(Digits.short(time.value)) (\(share))",
        [NumberText.short(times.targets.levels[last]), NumberText.short(time.value)]
          + [String(time.reached.count), String(time.reached.total)]
          + quartiles.map(NumberText.short)
      )
    }
  }

  /// The median of the lowest excess, with quartiles where there are several runs.
  var excess: ReportTable {
    perProblem(
      "excess", "Lowest excess",
      "The median over runs of the lowest f - min f, with quartiles where there are several; a run "
        + "that has no finite value counts as infinite. What is below 0 or about 1e-15 is rounding.",
      table.problems, columns: ["lower", "median", "upper", "runs"]
    ) { p, o in
      let lowest = table[p, o].map { $0.excesses(.best)?.last }
      guard !lowest.isEmpty, !lowest.contains(where: { $0 == nil }) else { return nil }
      let quartiles = Quartiles(lowest.compactMap { $0 })
      let all = [quartiles.lower, quartiles.median, quartiles.upper]
      let range = "[\(Digits.short(quartiles.lower)), \(Digits.short(quartiles.upper))]"
      let median = Digits.short(quartiles.median)
      return (
        lowest.count == 1 ? median : "\(median) \(range)",
        all.map(NumberText.short) + [String(lowest.count)]
      )
    }
  }

  /// How the median excess falls, where a law can be told and runs did not end elsewhere.
  var convergence: ReportTable {
    perProblem(
      "rates", "Convergence",
      "The law that fits the median excess best against the step k: a power, a factor of each step, "
        + "or an order; with the steps that it was fitted to, and the residual of ln e. Not told "
        + "where most runs ended at a local minimum or a saddle, or the residual is above 1.",
      table.problems, columns: ["law", "value", "first step", "last step", "residual"]
    ) { p, o in
      let runs = table[p, o]
      guard 2 * runs.count(where: { Self.endedElsewhere($0.trajectory) }) <= runs.count,
        let rate = runs.first.flatMap({ rates[$0] }), rate.residual <= 1
      else { return nil }
      return (
        "\(rate.text) (\(rate.rangeText), \(String(format: "%.2g", rate.residual)))",
        [
          "\(rate.law)", NumberText.short(rate.value), String(rate.range.lowerBound),
          String(rate.range.upperBound), NumberText.short(rate.residual),
        ]
      )
    }
  }

  /// Whether a run came to rest where f has no minimum, or not its least.
  private static func endedElsewhere(_ run: Trajectory) -> Bool {
    switch run.outcome.point {
    case .localMinimum, .saddle, .maximum: true
    default: false
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
    // A worker's share of the pairs together: they have their draws in common.
    let shares = pairs.indices.split(into: workers).map { pairs[$0] }
    let chances = try? Parallel.map(shares, workers: workers) { share in
      scores.posteriors(of: share.map { ($0.first, $0.second) }, count: Self.draws)
    }.flatMap(\.self)
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
      note: "Over \(scores.problems.count) problems by the decimal logarithm of the lowest excess, "
        + "where all below rounding (1e-14, or 8 units in the last place of min f) is equal and so "
        + "are two failures: the median of what the first gains (0 where half are equal), "
        + "Wilcoxon's signed-rank test, its p-value with Holm's correction, and how likely either is better by the Bayesian signed-rank test, where a "
        + "difference of up to 0.1 is none.",
      table: rows)
  }

  // MARK: What went wrong

  /// How runs ended, and where those that came to rest did so.
  var outcomes: ReportTable {
    let kinds = Outcome.Kind.allCases
    var rows = TextTable(
      ["optimizer"] + kinds.map(\.rawValue) + ["at a local minimum", "at a saddle or maximum"],
      numeric: Set(1..<(kinds.count + 3)))
    for (o, name) in table.optimizers.enumerated() {
      let outcomes = table.problems.indices.flatMap { table[$0, o] }.map(\.trajectory.outcome)
      let places = [
        outcomes.count { $0.point == .localMinimum },
        outcomes.count { $0.point == .saddle || $0.point == .maximum },
      ]
      rows.add(
        [name]
          + (kinds.map { kind in outcomes.count { $0.kind == kind } } + places).map(String.init))
    }
    return ReportTable(
      name: "outcomes", title: "How runs ended",
      note: "Numbers of runs. Converged means at rest, wherever; the last two columns are among "
        + "those that did.", table: rows)
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
      note:
        "Runs fell below the recorded minimum: it is none, or that of a domain which they left. "
        + "Excess on these functions is not to be trusted.",
      table: rows)
  }
}

extension Range<Int> {
  /// This in so many parts, of about the same length, or fewer.
  fileprivate func split(into parts: Int) -> [Range<Int>] {
    let length = Swift.max(1, (count + parts - 1) / parts)
    return stride(from: lowerBound, to: upperBound, by: length).map {
      $0..<Swift.min($0 + length, upperBound)
    }
  }
}
