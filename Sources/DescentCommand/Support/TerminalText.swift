/// Text of unknown origin made fit for a line of a terminal: nothing in it moves the cursor, rings
/// or begins a line, and what is quoted or endless is cut to what tells it from others.
enum TerminalText {
  /// The most characters of a value between quotes.
  static let longestValue = 160
  /// The most characters of a line.
  static let longestLine = 2000

  static func line(_ text: String) -> String {
    // What is cut away in any case is not looked at character by character.
    let pieces = pieces(of: shorten(text, to: 4 * longestLine))
    let line = pieces.enumerated().map { i, piece in
      // Between two quotes stands a value; a quote that is not closed begins none.
      i % 2 == 1 && i < pieces.count - 1
        ? shorten(visible(piece), to: longestValue) : visible(piece)
    }
    return shorten(line.joined(separator: "'"), to: longestLine)
  }

  /// What stands between the quotes of a text: outside and inside of them in turn. An apostrophe,
  /// which joins letters, is none.
  private static func pieces(of text: String) -> [String] {
    var (pieces, last) = ([""], Character(" "))
    let next = text.dropFirst().map(Optional.some) + [nil]
    for (character, next) in zip(text, next) {
      let isWithin = pieces.count % 2 == 0
      let neighbour = isWithin ? next : last
      if character == "'", neighbour.map({ !$0.isLetter && !$0.isNumber }) ?? true {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
      last = character
    }
    return pieces
  }

  /// The text with what would act rather than be seen written as in source code: \n, \u{1B}.
  static func visible(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where acts(scalar):
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
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
  private static func shorten(_ text: String, to length: Int) -> String {
    guard text.utf8.count > length, text.count > length else { return text }
    let tail = length / 3
    return text.prefix(length - tail - 3) + "..." + text.suffix(tail)
  }
}
