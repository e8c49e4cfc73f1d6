import Specifications

/// Words that are said at a moment of a race: "here momentum overshoots".
public struct TimedNote: Hashable, Sendable {
  /// What the clock shows, in its unit, from 0: so many steps, or seconds.
  public let amount: Double
  /// Set in at most three lines.
  public let text: String

  /// - Parameter amount: what the clock shows, in its unit, 0 or more.
  public init(at amount: Double, _ text: String) {
    (self.amount, self.text) = (amount, text)
  }
}

extension TimedNote {
  /// What is said where a clock shows certain numbers; of several notes at one of them all.
  static func texts(_ notes: [TimedNote], reading: (Double) -> Int) -> [Int: String] {
    Dictionary(notes.map { (reading($0.amount), $0.text) }) { "\($0) · \($1)" }
  }
}

/// "20: here momentum overshoots".
extension TimedNote: Spelled {
  /// - Throws: what was expected, unless there are a number from 0 and words.
  public init(spelling text: String) throws(SpecificationError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let amount = Double.read(String(parts[0])), amount.isFinite,
      amount >= 0, !String(parts[1]).isBlank
    else {
      throw SpecificationError(
        "expected what the clock shows and words, as in '20: here momentum overshoots'")
    }
    let words = parts[1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.init(at: amount, words)
  }

  public var spelling: String { "\(amount.digits): \(text)" }
}
