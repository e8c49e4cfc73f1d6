import Experiments
import Specifications

/// A column of comma-separated values (RFC 4180): its name, and what it holds of a row.
struct CSVColumn<Row>: Sendable {
  let name: String
  let cell: @Sendable (Row) -> String

  init(_ name: String, _ cell: @escaping @Sendable (Row) -> String) {
    self.name = name
    self.cell = cell
  }
}

/// Cells one after another.
enum CSV {
  static func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",")
  }

  /// Quoted where a comma or a quote stands in the text.
  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { Self.special.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static let special = Array(",\"\r\n".utf8)
}

/// A recorded step of a run.
struct CSVEntry {
  let run: Trajectory
  let index: Int
}

extension CSVColumn where Row == CSVEntry {
  /// The step, what had been asked until then, f, and the excess, empty where min f is not known.
  ///
  /// - Parameter queries: the kinds that have a column.
  static func usual(_ queries: [Query]) -> [Self] {
    [CSVColumn("step") { String($0.run.steps[$0.index]) }]
      + queries.map { query in
        CSVColumn(query.rawValue) { String($0.run.cumulated[query][$0.index]) }
      } + [
        CSVColumn("value") { NumberText.short($0.run.values[$0.index]) },
        CSVColumn("excess") { $0.run.excess($0.index).map(NumberText.short) ?? "" },
      ]
  }
}
