import Experiments
import JSON
import Objectives
import Specifications
import Statistics

/// The tidy table of a study: a row a recorded step of each run, with all that tells the run.
package enum TidyTable {
  /// A recorded step.
  struct Entry {
    let run: StudyRun
    let index: Int
    /// The lowest excess until here.
    let best: Double?
  }

  /// The same in all rows of a run.
  static let runColumns: [CSVColumn<StudyRun>] =
    [
      RunColumns.function.of(\.named), RunColumns.dimension.of(\.named),
      CSVColumn("instance", "which of the function's instances; empty where it has none") {
        .optional($0.problem.instance, JSON.integer)
      },
      CSVColumn(
        "from",
        "name of the start: standard, 10x, random-1, random-1@7 with the seed 7, ..., elsewhere"
      ) {
        .string($0.problem.start.spelling)
      },
      RunColumns.start.of(\.named), RunColumns.minimum.of(\.named),
      CSVColumn("basis", "how min f is known") { .string($0.basis.rawValue) },
      RunColumns.optimizer.of(\.named), RunColumns.specification.of(\.named),
      RunColumns.seed.of(\.named),
      CSVColumn("plan", "what the run might have spent, and what might have ended it") {
        .string($0.plan)
      },
      RunColumns.outcome.of(\.named),
      CSVColumn("reason", "the rule or limit that ended the run") {
        .string($0.trajectory.outcome.reason)
      },
      RunColumns.version.of(\.named),
    ]

  /// All columns, those of the run first.
  static let columns: [CSVColumn<Entry>] =
    runColumns.map { $0.of(\.run) }
    + CSVColumn.usual(Query.allCases).map { $0.of(\.entry) }
    + [
      CSVColumn(
        "best_excess", unit: "f", "lowest excess until here; empty where min f is not known"
      ) { .optional($0.best, JSON.number) }
    ]
    + CSVColumn.stepFigures.map { $0.of(\.entry) }

  /// A row a run: what tells it, and how it stood at its last recorded step; counts are of the
  /// whole run.
  static let finalColumns: [CSVColumn<Entry>] =
    columns.map { column in
      guard let query = Query(rawValue: column.name) else { return column }
      return CSVColumn(column.name, unit: column.unit, "\(query.asked) by the whole run") {
        .integer($0.run.trajectory.counts[query])
      }
    }

  /// All columns, for documents: name, unit and what they hold.
  package static var documented: [(name: String, unit: String, meaning: String)] {
    columns.map { ($0.name, $0.unit, $0.meaning) }
  }

  /// The recorded steps of a run.
  static func entries(_ run: StudyRun) -> [Entry] {
    var best: Double?
    return (0..<run.trajectory.count).map { i in
      if let excess = run.trajectory.excess(i), !excess.isNaN { best = min(best ?? excess, excess) }
      return Entry(run: run, index: i, best: best)
    }
  }
}

extension TidyTable.Entry {
  fileprivate var entry: CSVEntry { CSVEntry(run: run.trajectory, index: index) }
}

extension StudyRun {
  fileprivate var named: NamedRun { NamedRun(run: trajectory, name: name, version: version) }
}

extension StudyProblem {
  /// That of a function which has such a parameter.
  var instance: Int? {
    let own = function.settings.first { $0.key == "instance" }?.value
    let text =
      own
      ?? FunctionCatalogue.current[function.name]?.parameterTable
      .first { $0.name == "instance" }?.default
    return text.flatMap { NumberText.parseWhole($0) }
  }
}
