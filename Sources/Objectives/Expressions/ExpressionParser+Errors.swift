import Specifications

extension ExpressionParser {
  func beginsOperand(_ token: ExpressionToken) -> Bool {
    switch token.kind {
    case .number, .name: true
    case .symbol: token.text == "("
    case .end: false
    }
  }

  /// Two operands side by side.
  func missingOperator() -> SpecificationError {
    let (left, right) = (tokens[position - 1], token)
    return SpecificationError(
      "expected an operator at column \(right.column); write \(left.text)*\(right.text)")
  }

  func missingOperand() -> SpecificationError {
    if token.isSymbol("*"), position > 0, tokens[position - 1].isSymbol("*") {
      return SpecificationError("unexpected `**` at column \(token.column - 1); write ^ for powers")
    }
    return SpecificationError(
      "expected a number, a name or `(` at column \(token.column), not \(token.shown)")
  }

  /// After an operand comes something that continues no expression.
  func unexpectedAfterOperand(_ closing: String? = nil) -> SpecificationError {
    if closing == nil, token.isSymbol(")") || token.isSymbol("]") {
      return SpecificationError("the \(token.shown) at column \(token.column) closes nothing")
    }
    if token.isSymbol("=") {
      return SpecificationError(
        "unexpected character `=` at column \(token.column); write == to compare")
    }
    let expected = closing.map { "an operator or `\($0)`" } ?? "an operator"
    return SpecificationError(
      "expected \(expected) at column \(token.column), not \(token.shown)")
  }
}
