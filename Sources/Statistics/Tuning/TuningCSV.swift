import Experiments
import JSON

/// The best settings after each trial of each search, as comma-separated values (RFC 4180).
public enum TuningCSV {
  private struct Row {
    let optimizer: String
    let search: Int
    let point: TuningPoint
  }

  private static let columns: [CSVColumn<Row>] = [
    CSVColumn("optimizer", "as it was given") { .string($0.optimizer) },
    CSVColumn("search", "the number of the search, from 1 on") { .integer($0.search) },
    CSVColumn("trial", unit: "trials", "trials of the whole budget until here") {
      .integer($0.point.trial)
    },
    CSVColumn("evaluations", unit: "queries", "asked for by these trials") {
      .integer($0.point.evaluations)
    },
    CSVColumn("tuning_score", unit: "the score's", "of the best so far on the tuning problems") {
      .number($0.point.tuning)
    },
    CSVColumn("test_score", unit: "the score's", "of the same on the test problems") {
      .number($0.point.test)
    },
    CSVColumn("best", "the best so far, as a specification") {
      .string($0.point.optimizer.specification.description)
    },
  ]

  /// A row a trial, optimizer by optimizer, search by search.
  public static func text(_ result: TuningResult) -> String {
    var text = CSV.line(columns.map(\.name)) + "\n"
    for tuned in result.optimizers {
      for (i, search) in tuned.searches.enumerated() {
        for point in search {
          let row = Row(
            optimizer: tuned.space.optimizer.specification.description, search: i + 1,
            point: point)
          text += CSV.line(columns.map { $0.cell(row) }) + "\n"
        }
      }
    }
    return text
  }
}
