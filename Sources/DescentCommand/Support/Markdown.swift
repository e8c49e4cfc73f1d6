/// Text within Markdown as GitHub shows it.
enum Markdown {
  private static let marks: Set<Character> = ["\\", "*", "_", "<", "`", "~", "$"]

  /// With a backslash before what would be taken for a mark.
  static func prose(_ text: String) -> String {
    text.reduce(into: "") { $0 += marks.contains($1) ? "\\\($1)" : String($1) }
  }

  /// As it is typed; `text` has no backticks.
  static func code(_ text: String) -> String { "`\(text)`" }
}
