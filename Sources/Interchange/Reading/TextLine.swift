import Experiments
import Specifications

/// A line of a file, which knows its place.
struct TextLine: Sendable {
  let file: String
  /// From 1.
  let number: Int
  /// Without its end.
  let text: String

  static func all(of bytes: [UInt8], file: String) -> [TextLine] {
    let pieces = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return pieces.enumerated().map { i, piece in
      let isWindows = piece.last == UInt8(ascii: "\r")
      let line = String(decoding: isWindows ? piece.dropLast() : piece, as: UTF8.self)
      return TextLine(file: file, number: i + 1, text: line)
    }
  }

  var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// - Parameter column: from 1; nil where it is the whole line.
  func error(column: Int? = nil, _ reason: String) -> SpecificationError {
    let place = column.map { ", column \($0)" } ?? ""
    return SpecificationError("\(file), line \(number)\(place): \(reason)", kind: .badData)
  }

  /// Words with spaces between.
  var words: [TextWord] {
    let bytes = Array(text.utf8)
    var words: [TextWord] = []
    var start: Int?
    for i in 0...bytes.count {
      let isSpace = i == bytes.count || bytes[i] == 0x20 || bytes[i] == 0x09
      if !isSpace, start == nil { start = i }
      if isSpace, let begin = start {
        let word = String(decoding: bytes[begin..<i], as: UTF8.self)
        words.append(TextWord(line: self, column: begin + 1, text: word))
        start = nil
      }
    }
    return words
  }

  /// Cells with commas between (RFC 4180), without their quotes and the spaces around them.
  func cells() throws(SpecificationError) -> [TextWord] {
    let bytes = Array(text.utf8)
    var cells: [TextWord] = []
    var position = 0
    repeat {
      let start = position
      let cell = try cell(bytes, at: &position)
      cells.append(TextWord(line: self, column: start + 1, text: cell))
      position += 1
    } while position <= bytes.count
    return cells
  }

  /// The cell that begins at a position, which is then behind it.
  private func cell(
    _ bytes: [UInt8], at position: inout Int
  ) throws(SpecificationError) -> String {
    let (comma, quote) = (UInt8(ascii: ","), UInt8(ascii: "\""))
    let start = position
    guard position < bytes.count, bytes[position] == quote else {
      position = bytes[start...].firstIndex(of: comma) ?? bytes.count
      return String(decoding: bytes[start..<position], as: UTF8.self).trimmed
    }
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let isQuote = bytes[position] == quote
      let isDouble = isQuote && position + 1 < bytes.count && bytes[position + 1] == quote
      if isQuote, !isDouble { break }
      content.append(bytes[position])
      position += isDouble ? 2 : 1
    }
    guard position < bytes.count else { throw error(column: start + 1, "expected a closing '\"'") }
    position += 1
    guard position == bytes.count || bytes[position] == comma else {
      throw error(column: position + 1, "expected ',' after a cell in quotes")
    }
    return String(decoding: content, as: UTF8.self)
  }
}

/// A word of a line, which knows its place.
struct TextWord: Sendable {
  let line: TextLine
  /// From 1, in bytes.
  let column: Int
  let text: String

  func error(_ reason: String) -> SpecificationError { line.error(column: column, reason) }

  /// - Throws: where it is no number, or NaN or infinite.
  func number() throws(SpecificationError) -> Double {
    guard let number = NumberText.parse(text), number.isFinite else {
      throw error("'\(text)'; expected a finite number")
    }
    return number
  }

  /// More than any run counts.
  static let largestCount = Budget.range.upperBound

  /// - Throws: where it is no whole number from `least` to the most that runs count.
  func count(from least: Int = 0) throws(SpecificationError) -> Int {
    guard let number: Int = NumberText.parseWhole(text), number >= least,
      number <= Self.largestCount
    else { throw error("'\(text)'; expected a whole number from \(least)") }
    return number
  }
}

extension StringProtocol {
  /// Without spaces at its ends.
  var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return String(self[start..<end])
  }
}
