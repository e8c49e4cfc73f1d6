import Experiments
import JSON
import Specifications
import Statistics

extension InterchangeFormat {
  /// The columns of `csv` are the keys.
  static let jsonLines = InterchangeFormat(
    "jsonl", "the same tables, a JSON object a line", text: JSONLines.steps
  ) { runs throws(SpecificationError) in
    InterchangeFiles([
      .init("steps.jsonl", JSONLines.steps.whole(runs)),
      .init("runs.jsonl", JSONLines.runs.whole(runs)),
    ])
  }
}

/// The tidy table as objects.
enum JSONLines {
  /// A line a recorded step.
  static let steps = RunText { run in
    TidyTable.entries(run).map { object(TidyTable.columns, $0) }.joined()
  }

  /// A line a run.
  static let runs = RunText { run in
    TidyTable.entries(run).last.map { object(TidyTable.finalColumns, $0) } ?? ""
  }

  private static func object<Row>(_ columns: [CSVColumn<Row>], _ row: Row) -> String {
    JSON.object(columns.map { JSON.Member($0.name, $0.value(row)) }).description + "\n"
  }
}
