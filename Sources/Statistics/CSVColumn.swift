import Experiments
import JSON
import Specifications

/// A column of a table: its name, what it holds, in which unit, and of each row. Tables of
/// comma-separated values (RFC 4180) and of JSON objects are made of the same columns.
package struct CSVColumn<Row>: Sendable {
  package let name: String
  /// "queries"; empty for words and names.
  package let unit: String
  /// A few words for documents.
  package let meaning: String
  /// Null where there is none.
  package let value: @Sendable (Row) -> JSON

  package init(
    _ name: String, unit: String = "", _ meaning: String = "",
    _ value: @escaping @Sendable (Row) -> JSON
  ) {
    self.name = name
    self.unit = unit
    self.meaning = meaning
    self.value = value
  }

  /// The text of a row.
  package func cell(_ row: Row) -> String { CSV.text(value(row)) }

  /// The same column of rows that this one's rows are parts of.
  package func of<Other>(_ part: @escaping @Sendable (Other) -> Row) -> CSVColumn<Other> {
    let value = value
    return CSVColumn<Other>(name, unit: unit, meaning) { value(part($0)) }
  }
}

/// Cells one after another.
package enum CSV {
  package static func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",")
  }

  /// Numbers that are not finite without quotes; nothing for null.
  static func text(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .number(let number): NumberText.short(number)
    default: value.description
    }
  }

  /// Quoted where a comma or a quote stands in the text.
  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { Self.special.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static let special = Array(",\"\r\n".utf8)
}

/// A recorded step of a run.
package struct CSVEntry {
  let run: Trajectory
  let index: Int

  package init(run: Trajectory, index: Int) {
    (self.run, self.index) = (run, index)
  }
}

extension CSVColumn where Row == CSVEntry {
  /// The step, what had been asked until then, f, and the excess, null where min f is not known.
  ///
  /// - Parameter queries: the kinds that have a column.
  package static func usual(_ queries: [Query]) -> [Self] {
    [CSVColumn("step", unit: "steps", "k") { .integer($0.run.steps[$0.index]) }]
      + queries.map { query in
        CSVColumn(
          query.rawValue, unit: query == .samples ? "examples" : "queries",
          "\(query.asked) until here"
        ) { .integer($0.run.cumulated[query][$0.index]) }
      } + [
        CSVColumn("value", unit: "f", "f at the iterate, without noise") {
          .number($0.run.values[$0.index])
        },
        CSVColumn("excess", unit: "f", "f - min f; empty where min f is not known") {
          .optional($0.run.excess($0.index), JSON.number)
        },
      ]
  }

  /// ‖∇f‖ and the learning rate.
  package static var stepFigures: [Self] {
    [
      CSVColumn("gradient_norm", unit: "f / x", "Euclidean norm of the gradient at the iterate") {
        .number($0.run.gradientNorms[$0.index])
      },
      CSVColumn("learning_rate", unit: "the method's", "of the step that led here") {
        .number($0.run.learningRates[$0.index])
      },
    ]
  }
}

extension Query {
  /// "gradients asked", for documents.
  package var asked: String {
    switch self {
    case .samples: "examples looked at"
    case .products: "Hessian products asked"
    default: "\(noun) asked"
    }
  }
}
