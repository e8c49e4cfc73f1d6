import Foundation

/// Columns of text, aligned for a terminal.
struct TextTable {
  private var rows: [[String]]
  private let isNumeric: [Bool]

  /// `numeric` columns are set flush right.
  init(_ header: [String], numeric: Set<Int> = []) {
    rows = [header]
    isNumeric = header.indices.map(numeric.contains)
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  /// The same table for documents.
  var markdown: String {
    let lines = rows.map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    let rule = "|" + rows[0].map { _ in " --- |" }.joined()
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  var text: String {
    let widths = isNumeric.indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    let lines = rows.map { row in
      let cells = row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return isNumeric[column] ? padding + row[column] : row[column] + padding
      }
      var line = Substring(cells.joined(separator: "  "))
      while line.last == " " { line.removeLast() }
      return String(line)
    }
    return lines.joined(separator: "\n")
  }
}

/// Numbers for tables: few digits, a fixed look.
enum Digits {
  /// Four significant digits, as C's `%.4g`.
  static func short(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    return String(format: "%.4g", value)
  }

  /// A median of whole numbers, all its digits: "28930", "1.5", "inf".
  static func count(_ value: Double) -> String {
    guard value.isFinite else { return short(value) }
    return String(format: value == value.rounded() ? "%.0f" : "%.1f", value)
  }

  static func short(_ value: Double?) -> String {
    value.map { short($0) } ?? "-"
  }
}
