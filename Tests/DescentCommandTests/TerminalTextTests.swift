import DescentKit
import Testing

@testable import DescentCommand

/// Text of a user's or a file's becomes one line that says what it is and does nothing.
@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("a\nb\tc\r", "a\\nb\\tc\\r"), ("bell\u{7}", "bell\\u{7}"),
    ("\u{9B}2J", "\\u{9B}2J"), ("\u{202E}txt", "\\u{202E}txt"), ("a\u{2028}b", "a\\u{2028}b"),
    ("\r\n", "\\r\\n"), ("\u{7F}", "\\u{7F}"), ("Müller, 数 − ü", "Müller, 数 − ü"), ("", ""),
  ])
  func whatActsIsSeen(text: String, line: String) {
    #expect(TerminalText.line(text) == line)
  }

  /// Every scalar of the first planes that Unicode calls a control stays out of the line.
  @Test func noControlIsLeft() {
    let scalars = (0..<0x3000).compactMap { Unicode.Scalar($0 as UInt32) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let visible = TerminalText.visible(String(text))
    #expect(visible.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test func longValuesAreCutAndWhatWasExpectedStays() {
    let value = String(repeating: "a", count: 60) + String(repeating: "b", count: 120_000)
    let line = TerminalText.line("--size '\(value)' is no size; expected WIDTHxHEIGHT")
    #expect(line.hasPrefix("--size '" + value.prefix(60)))
    #expect(line.hasSuffix("' is no size; expected WIDTHxHEIGHT"))
    #expect(line.contains("...") && line.count < 250)
  }

  /// Only what is between quotes is cut: explanations stay, and apostrophes are no quotes.
  @Test(arguments: [
    "'a' is unknown; ", "the run's folder is taken; ", "Newton's method doesn't take 'a'; ",
    "the methods' names are these; ", "",
  ])
  func explanationsStay(head: String) {
    let words = String(repeating: "as many words as it takes, ", count: 20)
    #expect(TerminalText.line(head + words) == head + words)
    let value = String(repeating: "long", count: 100)
    let line = TerminalText.line("\(head)\(words)'\(value)', \(words)")
    #expect(line.hasPrefix(head + words + "'long") && line.hasSuffix("long', " + words))
    #expect(line.contains("...") && !line.contains(value))
  }

  @Test func endlessLinesAreCut() {
    for text in [
      String(repeating: "x", count: 1_000_000), String(repeating: "'\u{1B}", count: 9999),
    ] {
      #expect(TerminalText.line(text).count <= TerminalText.longestLine)
    }
  }

  /// What is short enough stays to the last character, quotes and all.
  @Test func othersStayAsTheyAre() {
    let text = "unknown optimizer 'adm'; did you mean adam or 'adamw'?"
    #expect(TerminalText.line(text) == text)
  }
}
