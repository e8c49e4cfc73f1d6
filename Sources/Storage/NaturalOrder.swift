/// Texts in an order in which f2 comes before f10.
enum NaturalOrder {
  /// A text that byte by byte is sorted as people sort `text`, and that no other text has: before
  /// each group of digits stands how many there are.
  static func text(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(2 * text.utf8.count)
    var digits: [UInt8] = []
    for byte in text.utf8 {
      if isDigit(byte) {
        digits.append(byte)
      } else {
        append(&digits, to: &result)
        result.append(byte)
      }
    }
    append(&digits, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Moves a group of digits, where there is one, behind how many there are.
  private static func append(_ digits: inout [UInt8], to result: inout [UInt8]) {
    guard !digits.isEmpty else { return }
    result.append(marks[min(digits.count, marks.count - 1)])
    result.append(UInt8(ascii: ":"))
    result += digits
    digits.removeAll(keepingCapacity: true)
  }

  private static let marks = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The text that `text` made this of; what it made of none stays as it is.
  static func plain(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      let digits = rest.dropFirst().prefix { ("0"..."9").contains($0) }
      let count = character.isASCII ? Int(String(character), radix: 36) : nil
      if rest.first == ":", let count, count > 0, min(digits.count, 35) == count {
        result += digits
        rest = rest.dropFirst(1 + digits.count)
      } else {
        result.append(character)
      }
    }
    return result
  }
}
