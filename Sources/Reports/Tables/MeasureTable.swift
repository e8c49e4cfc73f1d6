import Experiments
import Foundation
import Statistics

/// What `descent measure` prints: a row an optimizer with how far its runs came, and how fast.
public struct MeasureTable: Sendable {
  /// The numbers.
  public let measured: MeasuredRuns
  /// Gradients until the targets, where no axis was asked for: they stand beside the steps.
  private let gradients: [[RunTimes]]?
  private let epochs: EpochTable?

  /// - Parameters:
  ///   - groups: what users call the optimizers, and the runs of each, at least one, all of one
  ///     function.
  ///   - log: whose epochs are told before all else; none unless given.
  public init(
    _ groups: [(name: String, runs: [StudyRun])], _ request: MeasureRequest = MeasureRequest(),
    epochs log: EpochLog? = nil
  ) {
    epochs = log.map(EpochTable.init)
    measured = MeasuredRuns(
      groups, to: request.targets ?? .usual, on: request.axis ?? .steps)
    gradients = request.axis == nil ? measured.times(on: .gradients) : nil
  }

  private var groups: [MeasuredRuns.Group] { measured.groups }
  private var axis: WorkAxis { measured.axis }
  private var targets: TargetSet { measured.targets }

  /// One or two tables with a row an optimizer. Over data the figures come first; their minimum is
  /// seldom known, and then there is nothing to tell of excesses.
  public var tables: [ReportTable] {
    guard let figures else { return [excess] }
    let isTold = groups.contains { !$0.summary.times.isEmpty || $0.summary.finalExcess != nil }
    return isTold ? [figures, excess] : [figures]
  }

  /// All tables in one text, whose lines all end. In CSV one table has the columns of all, and
  /// JSON has the numbers themselves: neither has the epochs. The `notes` stand in a table alone.
  public func text(_ format: TableFormat) -> String {
    let tables = tables
    let all = [epochs?.report].compactMap { $0 } + tables
    switch format {
    case .table:
      return all.map { $0.table.text + "\n" + ($0.note.isEmpty ? "" : $0.note + "\n") }
        .joined(separator: "\n")
    case .markdown: return all.map { $0.table.markdown + "\n" }.joined(separator: "\n")
    case .latex: return all.map(\.table.latex).joined(separator: "\n")
    case .csv: return tables.dropFirst().reduce(tables[0].table) { $0.beside($1.table) }.csv
    case .json: return "\(MeasureJSON(measured).json)\n"
    }
  }

  /// What the numbers are.
  public var notes: [String] { tables.map(\.note) }

  /// A row a run, or a row an optimizer where there are several runs of one.
  private var excess: ReportTable { groups.contains { $0.runs.count > 1 } ? seeds : runs }

  // MARK: Over data

  /// A row an optimizer with what it came to over data; nil for other functions.
  private var figures: ReportTable? {
    let summaries = groups.compactMap { FigureSummary($0.trajectories) }
    guard summaries.count == groups.count, let first = summaries.first else { return nil }
    let names = first.figures.map(\.name)
    var table = TextTable(
      ["optimizer", "runs", "step"] + names + ["outcome"], numeric: Set(1...(names.count + 2)))
    for (group, summary) in zip(groups, summaries) {
      let all = [summary.steps] + summary.figures.map(\.quartiles)
      table.add([group.name, String(group.runs.count)] + all.map(Self.cell) + [outcome(of: group)])
    }
    let place =
      names.contains(Trajectory.Figure.validationLoss)
      ? "at the lowest validation loss" : "at the end"
    return ReportTable(
      name: "figures", title: "Figures",
      note: "medians \(place), with quartiles where there are several runs", table: table)
  }

  /// That of a single run; of several how many went wrong.
  private func outcome(of group: MeasuredRuns.Group) -> String {
    guard group.runs.count == 1 else { return "\(group.summary.breakdowns) broken off" }
    return group.runs[0].trajectory.outcome.text
  }

  /// "0.97 (0.965 - 0.974)".
  private static func cell(_ quartiles: Quartiles) -> String {
    let median = Digits.short(quartiles.median)
    guard quartiles.lower < quartiles.upper else { return median }
    return median + " (\(range(quartiles)))"
  }

  // MARK: Excess

  /// The most targets that have columns of their own; of more, the lowest has.
  private static let mostTargets = 6

  private var shown: [Int] {
    let places = targets.levels.indices
    return places.count <= Self.mostTargets ? Array(places) : [places.count - 1]
  }

  private var targetNames: [String] {
    let scale = targets.scale == .absolute ? "" : targets.scale.rawValue + " "
    return shown.map { "to \(scale)\(Digits.short(targets.levels[$0]))" }
  }

  /// What a target is.
  private var targetNoun: String {
    switch targets.scale {
    case .absolute: "an excess"
    case .relative: "a share of the start's excess"
    case .found: "a share of what the start is above the lowest value found, left over it"
    }
  }

  private static let rates = ["rate", "residual", "over steps"]
  private static let rateNote =
    "rate: k^p, q^k or an order of convergence, what fits ln excess best over the steps told;\n"
    + "residual: its standard error"

  /// A row a run.
  private var runs: ReportTable {
    var table = TextTable(
      ["optimizer", "final excess"] + targetNames + Self.rates + ["outcome"],
      numeric: Set(1...(shown.count + 4)))
    for (o, group) in groups.enumerated() {
      for run in group.trajectories {
        let excess = run.count > 0 ? run.excess(run.count - 1) : nil
        table.add(
          [group.name, Digits.short(excess)] + shown.map { time(to: $0, ofOptimizer: o) }
            + Self.cells(group.summary.rate) + [run.outcome.text])
      }
    }
    let work = gradients == nil ? axis.spelling : "steps (gradients)"
    return ReportTable(
      name: "excess", title: "Excess", note: "\(work) to \(targetNoun); \(Self.rateNote)",
      table: table)
  }

  /// "101 (102)" of an optimizer's one run, or the work on the axis that was asked for.
  private func time(to target: Int, ofOptimizer o: Int) -> String {
    guard let time = groups[o].summary.times.dropFirst(target).first?.quartiles.median,
      time.isFinite
    else { return "-" }
    guard let asked = gradients?[o].first?.times[target] else { return work(time) }
    return "\(work(time)) (\(work(asked)))"
  }

  /// Whole where what is counted is.
  private func work(_ value: Double) -> String {
    switch axis {
    case .epochs, .seconds: Digits.short(value)
    case .steps, .gradients, .evaluations, .samples: Digits.count(value)
    }
  }

  /// A row an optimizer.
  private var seeds: ReportTable {
    var table = TextTable(
      ["optimizer", "runs", "median excess", "quartiles"] + targetNames + Self.rates
        + ["broken off"],
      numeric: Set(1...(shown.count + 7)))
    for group in groups {
      let summary = group.summary
      let excess = [Digits.short(summary.finalExcess?.median), Self.range(summary.finalExcess)]
      table.add(
        [group.name, String(summary.runCount)] + excess
          + shown.map { success(summary, target: $0) } + Self.cells(summary.rate)
          + [String(summary.breakdowns)])
    }
    let note = """
      runs that reached \(targetNoun), of all, [the share's 95% interval, Wilson's], the median of \
      their \(axis.spelling);
      a run that did not reach it counts as infinite, as one that has diverged or failed does in \
      medians;
      \(Self.rateNote); rates are of the median excess; broken off: diverged or failed
      """
    let reasons = groups.flatMap { Self.reasons($0.summary, of: $0.name) }
    return ReportTable(
      name: "excess", title: "Excess", note: ([note] + reasons).joined(separator: "\n"),
      table: table)
  }

  /// "0.1 - 0.3".
  private static func range(_ quartiles: Quartiles?) -> String {
    guard let quartiles else { return "-" }
    return "\(Digits.short(quartiles.lower)) - \(Digits.short(quartiles.upper))"
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
  private func success(_ summary: SeedSummary, target: Int) -> String {
    guard let time = summary.times.dropFirst(target).first else { return "-" }
    let interval = time.reached.interval
    let bounds = [interval.lowerBound, interval.upperBound].map { String(format: "%.2f", $0) }
    return "\(time.reached.count)/\(time.reached.total) "
      + "[\(bounds.joined(separator: ", "))] \(work(time.quartiles.median))"
  }

  private static func cells(_ rate: FittedRate?) -> [String] {
    guard let rate else { return ["-", "-", "-"] }
    return [rate.text, String(format: "%.2g", rate.residual), rate.rangeText]
  }
}
