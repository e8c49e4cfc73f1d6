/// Rows of cells in text whose cells a separator divides, as RFC 4180 has it, but that lines may
/// end in \n, \r\n or \r, blank lines are passed over, and spaces about a cell are no part of it.
struct CSVReader {
  /// Where a cell stands.
  struct Cell {
    /// The bytes within quotes, or without spaces about them.
    var range: Range<Int>
    /// Whether a quote is written twice in it.
    var hasDoubledQuotes = false
  }

  /// What is no row of cells.
  struct Problem: Error {
    /// The byte where it is seen, which is in the cell.
    let place: Int
    /// Of the cell, from 0.
    let column: Int
    let what: String
  }

  let bytes: [UInt8]
  let separator: UInt8
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // The mark of UTF-8 that some programs begin a file with.
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = Self.separator(bytes)
  }

  /// A tab where the first line has one, then a semicolon, which leaves commas to numbers and
  /// names; else a comma.
  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    let (tab, semicolon) = (UInt8(ascii: "\t"), UInt8(ascii: ";"))
    var (isQuoted, hasSemicolon, isBlank) = (false, false, true)
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if isLineEnd(byte), !isBlank { break }
      if byte == tab { return tab }
      if byte == semicolon { hasSemicolon = true }
      if byte > UInt8(ascii: " ") { isBlank = false }
    }
    return hasSemicolon ? semicolon : UInt8(ascii: ",")
  }

  /// Reads the next row; false where there is none.
  mutating func readRow(into cells: inout [Cell]) throws(Problem) -> Bool {
    cells.removeAll(keepingCapacity: true)
    guard skipBlankLines() else { return false }
    while true {
      cells.append(try readCell(column: cells.count))
      guard position < bytes.count else { return true }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      if byte == Self.return, position < bytes.count, bytes[position] == Self.newline {
        position += 1
      }
      return true
    }
  }

  /// Goes to the next line that is not blank; false where there is none.
  private mutating func skipBlankLines() -> Bool {
    var next = position
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      if Self.isLineEnd(byte) {
        position = next
      } else if !isSpace(byte) {
        return true
      }
    }
    return false
  }

  private mutating func readCell(column: Int) throws(Problem) -> Cell {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == Self.quote { return try readQuoted(column) }
    let start = position
    var next = start
    while next < bytes.count, bytes[next] != separator, !Self.isLineEnd(bytes[next]) { next += 1 }
    position = next
    while next > start, isSpace(bytes[next - 1]) { next -= 1 }
    return Cell(range: start..<next)
  }

  private mutating func readQuoted(_ column: Int) throws(Problem) -> Cell {
    let start = position + 1
    var (next, isDoubled) = (start, false)
    while true {
      guard next < bytes.count else {
        throw Problem(place: start - 1, column: column, what: "has a quote that does not end")
      }
      if bytes[next] == Self.quote {
        guard next + 1 < bytes.count, bytes[next + 1] == Self.quote else { break }
        isDoubled = true
        next += 1
      }
      next += 1
    }
    position = next + 1
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    guard
      position == bytes.count || bytes[position] == separator
        || Self.isLineEnd(bytes[position])
    else {
      throw Problem(place: position, column: column, what: "goes on after its closing quote")
    }
    return Cell(range: start..<next, hasDoubledQuotes: isDoubled)
  }

  /// A space or tab that is no separator.
  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != separator
  }

  /// The number of the line in which a byte stands, from 1.
  func line(at place: Int) -> Int {
    var line = 1
    for i in 0..<place {
      let endsTwice = bytes[i] == Self.newline && i > 0 && bytes[i - 1] == Self.return
      if Self.isLineEnd(bytes[i]), !endsTwice { line += 1 }
    }
    return line
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let `return` = UInt8(ascii: "\r")

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == newline || byte == `return` }
}
