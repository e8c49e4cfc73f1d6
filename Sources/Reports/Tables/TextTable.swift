import Output
import Statistics

/// Columns of text, for a terminal or as other programs take them.
public struct TextTable: Hashable, Sendable {
  private var rows: [[String]]
  private var isNumeric: [Bool]

  /// - Parameter numeric: the places of columns that are set flush right.
  public init(_ header: [String], numeric: Set<Int> = []) {
    rows = [header]
    isNumeric = header.indices.map(numeric.contains)
  }

  /// Adds a row of as many cells as the header has.
  public mutating func add(_ row: [String]) {
    rows.append(row)
  }

  /// With the columns of another table of as many rows whose titles this one has not.
  public func beside(_ other: TextTable) -> TextTable {
    let new = other.rows[0].indices.filter { !rows[0].contains(other.rows[0][$0]) }
    var table = self
    for i in rows.indices { table.rows[i] += new.map { other.rows[i][$0] } }
    table.isNumeric += new.map { other.isNumeric[$0] }
    return table
  }

  /// As Markdown.
  public var markdown: String {
    let lines = rows.map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    let rule = "|" + rows[0].map { _ in " --- |" }.joined()
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  /// As comma-separated values (RFC 4180).
  public var csv: String { rows.map { CSV.line($0) + "\n" }.joined() }

  /// As LaTeX's tabular, with the rules of the package booktabs.
  public var latex: String {
    let columns = isNumeric.map { $0 ? "r" : "l" }.joined()
    let lines = rows.map { $0.map(TeXText.escaped).joined(separator: " & ") + " \\\\" }
    return
      (["\\begin{tabular}{\(columns)}", "\\toprule", lines[0], "\\midrule"]
      + lines.dropFirst() + ["\\bottomrule", "\\end{tabular}"]).joined(separator: "\n") + "\n"
  }

  /// Aligned for a terminal.
  public var text: String {
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
