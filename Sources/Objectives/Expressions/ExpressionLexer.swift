import Specifications

/// A word of an expression.
struct ExpressionToken {
  enum Kind: Equatable {
    case number(Double)
    case name
    case symbol
    case end
  }

  let kind: Kind
  /// As written; empty at the end.
  let text: String
  /// Where it begins: characters of the user's text, from 1.
  let column: Int

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }

  /// The token as messages show it.
  var shown: String { kind == .end ? "the end" : "`\(text)`" }
}

/// Splits the text of an expression into tokens.
struct ExpressionLexer {
  static let largestLength = 10_000

  private let characters: [Character]
  private var position = 0

  private init(_ text: String) {
    characters = Array(text)
  }

  /// The tokens of `text`, the last of which is the end.
  static func tokens(of text: String) throws(SpecificationError) -> [ExpressionToken] {
    guard text.prefix(largestLength + 1).count <= largestLength else {
      throw SpecificationError("an expression has at most \(largestLength) characters")
    }
    var lexer = ExpressionLexer(text)
    var tokens: [ExpressionToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private func character(_ offset: Int = 0) -> Character? {
    position + offset < characters.count ? characters[position + offset] : nil
  }

  private mutating func next() throws(SpecificationError) -> ExpressionToken {
    while let space = character(), space.isWhitespace { position += 1 }
    let column = position + 1
    guard let first = character() else {
      return ExpressionToken(kind: .end, text: "", column: column)
    }
    if first.isDigit || (first == "." && character(1)?.isDigit == true) {
      return try number(column)
    }
    if first.isLetter || first == "_" {
      let text = take { $0.isLetter || $0.isDigit || $0 == "_" }
      return ExpressionToken(kind: .name, text: text, column: column)
    }
    let pair = String(characters[position...].prefix(2))
    let isPair = ExpressionComparison(rawValue: pair) != nil
    guard isPair || "+-*/^()[],<>=".contains(first) else { throw Self.unexpected(first, column) }
    let text = isPair ? pair : String(first)
    position += text.count
    return ExpressionToken(kind: .symbol, text: text, column: column)
  }

  /// Digits with a point and an exponent. An `e` without digits after it is left to be a name.
  private mutating func number(_ column: Int) throws(SpecificationError) -> ExpressionToken {
    var text = take(\.isDigit)
    if character() == "." {
      position += 1
      text += "." + take(\.isDigit)
    }
    if let e = character(), e == "e" || e == "E" {
      let isSigned = character(1) == "+" || character(1) == "-"
      if character(isSigned ? 2 : 1)?.isDigit == true {
        text += String(characters[position..<position + (isSigned ? 2 : 1)])
        position += isSigned ? 2 : 1
        text += take(\.isDigit)
      }
    }
    guard let value = Double(text.hasSuffix(".") ? text + "0" : text), value.isFinite else {
      throw SpecificationError("the number `\(text)` at column \(column) is too large")
    }
    return ExpressionToken(kind: .number(value), text: text, column: column)
  }

  private mutating func take(_ belongs: (Character) -> Bool) -> String {
    let start = position
    while let next = character(), belongs(next) { position += 1 }
    return String(characters[start..<position])
  }

  private static func unexpected(_ character: Character, _ column: Int) -> SpecificationError {
    let hints: [Character: String] = [
      "×": "*", "·": "*", "⋅": "*", "−": "-", "–": "-", "÷": "/", "²": "^2", "³": "^3",
      "√": "sqrt(...)", "{": "(", "}": ")", "≤": "<=", "≥": ">=", "≠": "!=", "%": "mod(a,b)",
      "?": "if(condition,a,b)", "&": "(a)*(b)", "|": "abs(x), or max(a,b) for either of two",
    ]
    let hint = hints[character].map { "; write \($0)" } ?? ""
    return SpecificationError(
      "unexpected character `\(visible(character))` at column \(column)\(hint)")
  }

  /// The character, or its code where it would not show or would break the line.
  private static func visible(_ character: Character) -> String {
    let hidden = character.unicodeScalars.contains {
      [.control, .format].contains($0.properties.generalCategory)
    }
    guard hidden, let scalar = character.unicodeScalars.first else { return String(character) }
    return "U+" + String(scalar.value, radix: 16, uppercase: true)
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
