/// The arguments as the parser should see them.
enum Arguments {
  /// An expression that begins with a minus, as -x^2, would be taken for an option; a space before
  /// it makes it a value.
  static func prepared(_ arguments: some Sequence<String>) -> [String] {
    arguments.map { isExpression($0) ? " " + $0 : $0 }
  }

  private static func isExpression(_ argument: String) -> Bool {
    argument.hasPrefix("-") && !argument.hasPrefix("--")
      && argument.contains { "^*/()[".contains($0) }
  }
}
