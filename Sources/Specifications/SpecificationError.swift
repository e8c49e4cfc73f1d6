/// What is wrong with a name, a key or a value that a person wrote, or with a file that it names.
///
/// The message is one line: it names the value, says what was expected, and offers the nearest
/// valid name where there is one.
public struct SpecificationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the fault lies.
  public enum Kind: Hashable, Sendable {
    /// In what was written.
    case notUnderstood
    /// In a file that it names, which cannot be read.
    case missingInput
    /// In what such a file holds.
    case badData
  }

  public let description: String
  /// By which the command chooses its exit status.
  public let kind: Kind

  /// - Parameter description: one line for people.
  public init(_ description: String, kind: Kind = .notUnderstood) {
    (self.description, self.kind) = (description, kind)
  }

  private static let longestList = 24

  /// An unknown name among known ones, with the nearest shown, or some where none is near.
  public static func unknown(_ kind: String, _ name: String, among known: [String]) -> Self {
    Self("unknown \(kind) '\(name)'; \(hint(for: name, among: known))")
  }

  /// The same without the name, for where it stands already.
  public static func hint(for name: String, among known: [String]) -> Self {
    let near = Suggestion.nearest(to: name, among: known)
    if !near.isEmpty { return Self("did you mean " + near.joined(separator: " or ") + "?") }
    guard known.count > longestList else {
      return Self("expected one of: " + known.joined(separator: ", "))
    }
    return Self(
      "expected one of \(known.count) names, among them "
        + known.prefix(8).joined(separator: ", "))
  }

  /// What was expected, or the nearest of the words that others begin with: `name` is the word that
  /// was written in the place of one.
  public static func hint(for name: String, among words: [String], expected: String) -> Self {
    guard !words.contains(name), !Suggestion.nearest(to: name, among: words).isEmpty else {
      return Self("expected \(expected)")
    }
    return hint(for: name, among: words)
  }
}
