import Specifications

/// Words of an option that takes other things too.
enum Misspelling {
  /// Throws the nearest word where the text is none of them, but near one.
  static func check(
    _ text: some StringProtocol, of option: String, among words: [String]
  ) throws(SpecificationError) {
    let text = String(text)
    guard !words.contains(text), !Suggestion.nearest(to: text, among: words).isEmpty else { return }
    throw SpecificationError(
      "\(option) '\(text)' is unknown; \(SpecificationError.hint(for: text, among: words))")
  }
}
