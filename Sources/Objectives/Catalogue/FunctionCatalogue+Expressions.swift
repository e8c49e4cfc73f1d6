import Specifications

extension FunctionCatalogue {
  /// What a text that names a function says; whether there is such a function is not asked.
  ///
  /// - Throws: where the text does not parse; the error quotes it.
  public static func specification(
    _ text: String
  ) throws(SpecificationError) -> Specification {
    isExpression(text)
      ? try ExpressionFunction.specification(parsing: text) : try Specification(parsing: text)
  }

  /// Whether `text` is to be read as an expression rather than as the specification of a function
  /// of the catalogue: where it does not begin with a name of the catalogue, or with one that
  /// could have been meant.
  static func isExpression(_ text: String) -> Bool {
    if ExpressionParser.beginsWithDefinition(text) { return true }
    let head = text.prefix { $0 != "(" && $0 != ":" }
    let name = head.singleSpaced
    if allNames.contains(name) { return false }
    let isCall = text.dropFirst(head.count).first == "("
    guard isWord(name) else { return isCall || !name.isEmpty }
    if isMadeOfValues(name) { return true }
    return isCall && !mayBeWrapper(name, of: text.dropFirst(head.count))
  }

  /// Whether `text` could be a name of the catalogue.
  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty
      && text.allSatisfy { $0.isLetter || $0.isASCII && $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// Whether every name in `word` is one of an expression, as in x-y, 2x or xy.
  private static func isMadeOfValues(_ word: String) -> Bool {
    guard let tokens = try? ExpressionLexer.tokens(of: word) else { return true }
    return tokens.filter { $0.kind == .name }.allSatisfy { token in
      ExpressionNames.isValue(token.text) || ExpressionNames.isFunction(token.text)
        || token.text.allSatisfy { "xyz".contains($0) }
    }
  }

  /// Whether a name of the catalogue stands among the arguments, or is nearer to `name` than any
  /// function of expressions.
  private static func mayBeWrapper(_ name: String, of arguments: Substring) -> Bool {
    let words = arguments.split { !isWord(String($0)) }.map(String.init)
    if words.contains(where: allNames.contains) { return true }
    let near = Suggestion.nearest(to: name, among: ExpressionNames.functions + allNames).first
    return near.map { !ExpressionNames.isFunction($0) } ?? false
  }
}
