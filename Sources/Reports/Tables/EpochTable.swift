import Experiments
import Statistics

/// How runs over data went: a row an epoch of each optimizer.
public struct EpochTable: Sendable {
  /// What is printed.
  public let report: ReportTable

  /// Medians of the runs of each optimizer.
  public init(_ log: EpochLog) {
    var table = TextTable(
      ["optimizer", "epoch", "step", "loss"] + log.names,
      numeric: Set(1...(3 + log.names.count)))
    for group in log.groups {
      for (step, entries) in Self.entries(group.runs) {
        table.add([group.name] + Self.cells(entries, step, figureCount: log.names.count))
      }
    }
    let hasMedians = log.groups.contains { $0.runs.count > 1 }
    report = ReportTable(
      name: "epochs", title: "Epochs",
      note: hasMedians ? "medians of the runs that have an entry at the step" : "", table: table)
  }

  private typealias Entry = (run: Trajectory, index: Int)

  /// What the runs have recorded of each step, ascending: a run's last step may be no other's.
  private static func entries(_ runs: [Trajectory]) -> [(step: Int, entries: [Entry])] {
    var entries: [Int: [Entry]] = [:]
    for run in runs {
      for (i, step) in run.steps.enumerated() { entries[step, default: []].append((run, i)) }
    }
    return entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Medians of the entries.
  private static func cells(_ entries: [Entry], _ step: Int, figureCount: Int) -> [String] {
    func median(_ number: (Entry) -> Double?) -> String {
      Digits.short(Quartiles(entries.compactMap(number)).median)
    }
    let figures = (0..<figureCount).map { k in median { $0.run.figures[k].value(at: $0.index) } }
    return [median { $0.run.epochs($0.index) }, String(step), median { $0.run.values[$0.index] }]
      + figures
  }
}
