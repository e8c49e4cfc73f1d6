import Experiments
import Specifications
import Statistics

extension InterchangeFormat {
  /// `runs.csv` stands beside the table in a folder.
  static let csv = InterchangeFormat(
    "csv", "one tidy table, a row a recorded step of each run, and one of the runs; reads a path",
    text: CSVTable.steps, reader: .path
  ) { runs throws(SpecificationError) in
    InterchangeFiles([
      .init("steps.csv", CSVTable.steps.whole(runs)), .init("runs.csv", CSVTable.runs.whole(runs)),
    ])
  }
}

/// The tidy table as comma-separated values (RFC 4180).
enum CSVTable {
  /// A row a recorded step.
  static let steps = RunText(head: head(TidyTable.columns)) { run in
    let start = CSV.line(TidyTable.runColumns.map { $0.cell(run) })
    return TidyTable.entries(run).reduce(into: "") { text, entry in
      text += start + "," + CSV.line(stepColumns.map { $0.cell(entry) }) + "\n"
    }
  }

  /// A row a run.
  static let runs = RunText(head: head(TidyTable.finalColumns)) { run in
    TidyTable.entries(run).last.map { last in
      CSV.line(TidyTable.finalColumns.map { $0.cell(last) }) + "\n"
    } ?? ""
  }

  private static let stepColumns = Array(TidyTable.columns.dropFirst(TidyTable.runColumns.count))

  private static func head<Row>(_ columns: [CSVColumn<Row>]) -> String {
    CSV.line(columns.map(\.name)) + "\n"
  }
}
