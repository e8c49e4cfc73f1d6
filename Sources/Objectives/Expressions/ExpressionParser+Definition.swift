import Specifications

extension ExpressionParser {
  /// Whether `text` begins as a definition of a function: `f(w, b) = …`.
  static func beginsWithDefinition(_ text: String) -> Bool {
    guard let equals = text.firstIndex(of: "="), !text[equals...].hasPrefix("==") else {
      return false
    }
    let head = text[..<equals].singleSpaced
    return head.hasSuffix(")") && head.count(where: { $0 == "(" }) == 1
      && head.first.map { $0.isLetter || $0 == "_" } == true
  }

  /// Takes the head of a definition, `f(w, b) =`, which names the variables in their order.
  mutating func takeDefinition() throws(SpecificationError) {
    guard token.kind == .name, tokens[position + 1].isSymbol("("),
      let closing = tokens.firstIndex(where: { $0.isSymbol(")") }),
      tokens[closing + 1].isSymbol("=")
    else { return }
    position += 2
    repeat {
      parsed.names.append(try ownName())
      position += 1
    } while take(",")
    guard position == closing else { throw unexpectedAfterOperand(")") }
    position += 2
    parsed.largestWritten = parsed.names.count
  }

  private func ownName() throws(SpecificationError) -> String {
    guard token.kind == .name else {
      throw SpecificationError(
        "expected the name of a variable at column \(token.column), not \(token.shown)")
    }
    let hasMeaning =
      token.text == "n" || ExpressionNames.constants[token.text] != nil
      || ExpressionNames.isFunction(token.text)
    guard !hasMeaning, !parsed.names.contains(token.text) else {
      throw SpecificationError(
        "\(token.shown) at column \(token.column) has a meaning already; "
          + "expected another name for the variable")
    }
    return token.text
  }
}
