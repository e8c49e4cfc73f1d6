/// Text of unknown origin made fit for a line of a terminal: nothing in it moves the cursor, rings or
/// begins a line, and what is quoted or endless is cut to what tells it from others.
enum TerminalText {
  /// The most characters of a value between quotes.
  static let longestValue = 160
  /// The most characters of a line.
  static let longestLine = 2000

  static func line(_ text: String) -> String {
    // What is cut away in any case is not looked at character by character.
    let values = shorten(text, to: 4 * longestLine).split(
      separator: "'", omittingEmptySubsequences: false)
    let line = values.map { shorten(visible($0), to: longestValue, where: values.count > 1) }
      .joined(separator: "'")
    return shorten(line, to: longestLine)
  }

  /// The text with what would act rather than be seen written as in source code: \n, \u{1B}.
  static func visible(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where acts(scalar): result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Control characters, those that turn the direction of writing or cannot be seen, and breaks of
  /// lines.
  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  /// Head and tail of a text that is longer: what is wrong stands at one of them.
  private static func shorten(
    _ text: String, to length: Int, where applies: Bool = true
  ) -> String {
    guard applies, text.utf8.count > length, text.count > length else { return text }
    let tail = length / 3
    return text.prefix(length - tail - 3) + "..." + text.suffix(tail)
  }
}
