import Experiments
import Specifications

/// Excess error against step and cumulated counts, as comma-separated values (RFC 4180): one row a
/// recorded step of each run, with all that tells the run from others.
public enum ExcessCSV {
  /// The same in all rows of a run.
  private static let runColumns = [
    RunColumns.function, RunColumns.dimension, RunColumns.start, RunColumns.minimum,
    RunColumns.optimizer, RunColumns.specification, RunColumns.seed, RunColumns.outcome,
    RunColumns.version,
  ]

  /// `optimizer` is the name of the runs, `specification` what it stands for. The start has its
  /// first six coordinates, and `...` with a checksum of all where there are more; minimum and
  /// excess are empty where min f is not known.
  ///
  /// - Parameter version: of the program that made the runs.
  public static func text(_ groups: [NamedRuns], version: String) -> String {
    let queries = Set(groups.flatMap { $0.runs.flatMap(\.recordedQueries) })
    let columns =
      CSVColumn.usual(Query.allCases.filter(queries.contains))
      + (groups.first?.runs.first.map(TrajectoryCSV.figureColumns) ?? [])
    var text = CSV.line(runColumns.map(\.name) + columns.map(\.name)) + "\n"
    for group in groups {
      for run in group.runs {
        append(NamedRun(run: run, name: group.name, version: version), columns, to: &text)
      }
    }
    return text
  }

  private static func append(
    _ named: NamedRun, _ columns: [CSVColumn<CSVEntry>], to text: inout String
  ) {
    let head = CSV.line(runColumns.map { $0.cell(named) })
    for i in 0..<named.run.count {
      let entry = CSVEntry(run: named.run, index: i)
      text += head + "," + CSV.line(columns.map { $0.cell(entry) }) + "\n"
    }
  }
}
