import Specifications

extension FunctionCatalogue {
  /// Whether `text` is to be read as an expression rather than as the specification of a function
  /// of the catalogue: where it does not begin with a name of the catalogue, or with one that
  /// could have been meant.
  static func isExpression(_ text: String) -> Bool {
    let name = trimmed(text.prefix { $0 != "(" && $0 != ":" })
    if allNames.contains(name) { return false }
    let isCall = text.first { $0 == "(" || $0 == ":" } == "("
    guard isWord(name) else { return isCall || !name.isEmpty }
    if isMadeOfValues(name) { return true }
    guard isCall else { return false }
    let near = Suggestion.nearest(to: name, among: ExpressionNames.functions + allNames)
    return near.first.map(ExpressionNames.isFunction) ?? true
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }

  /// Whether `text` could be a name of the catalogue.
  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// Whether every name in `word` is one of an expression, as in x-y, 2x or xy.
  private static func isMadeOfValues(_ word: String) -> Bool {
    guard let tokens = try? ExpressionLexer.tokens(of: word) else { return false }
    return tokens.filter { $0.kind == .name }.allSatisfy { token in
      ExpressionNames.isValue(token.text) || ExpressionNames.isFunction(token.text)
        || token.text.allSatisfy { "xyz".contains($0) }
    }
  }
}
