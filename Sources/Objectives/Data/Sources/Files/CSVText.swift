import Specifications

/// The cells of a CSV file as texts and numbers, and what is wrong with them, for people.
struct CSVText {
  let path: String
  let reader: CSVReader

  /// The finite number that a cell holds; nil for another text.
  func number(_ cell: CSVReader.Cell) -> Double? {
    DecimalText.number(reader.bytes.span, cell.range)
  }

  func text(_ cell: CSVReader.Cell) -> String {
    let text = DecimalText.text(reader.bytes.span, cell.range)
    return cell.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  /// - Parameters:
  ///   - column: the number of the column, from 0.
  ///   - name: its name, where it has one.
  ///   - what: goes on after the place: ": 'abc' is no number".
  func problem(
    at place: Int, column: Int, _ name: String?, _ what: String
  ) -> SpecificationError {
    let name = name.map { " (\($0))" } ?? ""
    return SpecificationError(
      "\(path): line \(reader.line(at: place)), column \(column + 1)\(name)\(what)",
      kind: .badData)
  }

  /// That a cell holds no number.
  ///
  /// - Parameter hint: what else it could be, as "; expected …", or nothing.
  func noNumber(
    _ cell: CSVReader.Cell, column: Int, _ name: String?, hint: String = ""
  ) -> SpecificationError {
    let place = cell.range.lowerBound
    guard !cell.range.isEmpty else {
      return problem(at: place, column: column, name, " is empty; expected a number")
    }
    let text = shortText(cell)
    let isEndless = NumberText.parse(text) != nil
    let isComma = NumberText.parse(text.replacing(",", with: ".")) != nil
    let reason =
      isEndless ? "is not finite" : isComma ? "has a comma; expected a point" : "is no number"
    let rest = isEndless || isComma ? "" : hint
    return problem(at: place, column: column, name, ": '\(text)' \(reason)\(rest)")
  }

  /// The text of a cell, cut where it is long.
  private func shortText(_ cell: CSVReader.Cell) -> String {
    let most = 60
    // Four bytes at most make a character of one code point.
    var head = cell
    head.range = cell.range.prefix(4 * most + 4)
    let text = text(head)
    return text.count > most ? text.prefix(most) + "..." : text
  }
}
