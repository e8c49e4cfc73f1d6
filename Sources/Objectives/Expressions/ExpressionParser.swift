import Specifications

/// Reads an expression by recursive descent.
///
///     function   = [ name "(" name { "," name } ")" "=" ] condition
///     condition  = expression { ("<" | "<=" | ">" | ">=" | "==" | "!=") expression }
///     expression = product { ("+" | "-") product }
///     product    = signed { ("*" | "/") signed }
///     signed     = { "+" | "-" } power
///     power      = operand [ "^" signed ]
///     operand    = number | name | "x" "[" expression "]" | "(" condition ")"
///                | function "(" condition { "," condition } ")"
///                | ("sum" | "prod") "(" name "," expression "," expression "," expression ")"
///
/// So -x^2 is -(x^2), 2^3^2 is 2^(3^2), and 2^-1 is a half.
struct ExpressionParser {
  static let largestDepth = 50

  let tokens: [ExpressionToken]
  var position = 0
  /// The index variables in scope, the outermost first.
  var indices: [String] = []
  var parsed = ParsedExpression()
  private var depth = 0

  /// - Parameter columns: the names of the columns of the data that the expression is over; nil
  ///   where it is over none.
  static func parse(
    _ text: String, over columns: [String]? = nil
  ) throws(SpecificationError) -> ParsedExpression {
    var parser = ExpressionParser(tokens: try ExpressionLexer.tokens(of: text))
    guard parser.token.kind != .end else {
      throw SpecificationError("the expression is empty; expected one such as (x-1)^2 + y^2")
    }
    try parser.takeDefinition()
    if let columns { try parser.takeColumns(columns) }
    parser.parsed.root = try parser.condition()
    guard parser.token.kind == .end else { throw parser.unexpectedAfterOperand() }
    if let x = parser.parsed.plainX, let indexed = parser.parsed.indexed {
      throw SpecificationError(
        "`x` at column \(x) stands alone, but column \(indexed) has x[...]; write x[1]")
    }
    return parser.parsed
  }

  private init(tokens: [ExpressionToken]) {
    self.tokens = tokens
  }

  /// The last token is the end, and is never passed.
  var token: ExpressionToken { tokens[position] }

  mutating func take(_ symbol: String) -> Bool {
    guard token.isSymbol(symbol) else { return false }
    position += 1
    return true
  }

  /// An expression one level further inside.
  mutating func nested() throws(SpecificationError) -> ExpressionSyntax {
    try enter()
    defer { depth -= 1 }
    return try condition()
  }

  private mutating func enter() throws(SpecificationError) {
    guard depth < Self.largestDepth else {
      throw SpecificationError(
        "column \(token.column) is nested more than \(Self.largestDepth) deep")
    }
    depth += 1
  }

  private mutating func condition() throws(SpecificationError) -> ExpressionSyntax {
    let first = try expression()
    var others: [(ExpressionComparison, ExpressionSyntax)] = []
    while token.kind == .symbol, let comparison = ExpressionComparison(rawValue: token.text) {
      position += 1
      others.append((comparison, try expression()))
    }
    return others.isEmpty ? first : .comparison(first, others)
  }

  private mutating func expression() throws(SpecificationError) -> ExpressionSyntax {
    let first = try product()
    guard token.isSymbol("+") || token.isSymbol("-") else { return first }
    var terms = [ExpressionSyntax.Part(isInverse: false, value: first)]
    while token.isSymbol("+") || token.isSymbol("-") {
      let isInverse = token.isSymbol("-")
      position += 1
      terms.append(.init(isInverse: isInverse, value: try product()))
    }
    return .sum(terms)
  }

  private mutating func product() throws(SpecificationError) -> ExpressionSyntax {
    let first = try factor()
    guard token.isSymbol("*") || token.isSymbol("/") else { return first }
    var factors = [ExpressionSyntax.Part(isInverse: false, value: first)]
    while token.isSymbol("*") || token.isSymbol("/") {
      let isInverse = token.isSymbol("/")
      position += 1
      factors.append(.init(isInverse: isInverse, value: try factor()))
    }
    return .product(factors)
  }

  /// A factor, after which no other may follow without an operator.
  private mutating func factor() throws(SpecificationError) -> ExpressionSyntax {
    let factor = try signed()
    if beginsOperand(token) { throw missingOperator() }
    return factor
  }

  private mutating func signed() throws(SpecificationError) -> ExpressionSyntax {
    var isNegative = false
    while token.isSymbol("+") || token.isSymbol("-") {
      if token.isSymbol("-") { isNegative.toggle() }
      position += 1
    }
    let value = try power()
    return isNegative ? .negation(value) : value
  }

  private mutating func power() throws(SpecificationError) -> ExpressionSyntax {
    let base = try operand()
    guard take("^") else { return base }
    try enter()
    defer { depth -= 1 }
    return .power(base, try signed())
  }
}
