import Specifications

extension ExpressionParser {
  mutating func operand() throws(SpecificationError) -> ExpressionSyntax {
    let start = token
    switch start.kind {
    case .number(let value):
      position += 1
      return .number(value)
    case .name: return try named()
    case .symbol where start.text == "(":
      position += 1
      let inside = try nested()
      try close(start)
      return inside
    default: throw missingOperand()
    }
  }

  /// Takes the `)` or `]` that belongs to `opening`.
  mutating func close(_ opening: ExpressionToken) throws(SpecificationError) {
    let closing = opening.text == "[" ? "]" : ")"
    if take(closing) { return }
    guard token.kind == .end else { throw unexpectedAfterOperand(closing) }
    throw SpecificationError("the `\(opening.text)` at column \(opening.column) is never closed")
  }

  private mutating func named() throws(SpecificationError) -> ExpressionSyntax {
    let name = token
    position += 1
    if let own = parsed.names.firstIndex(of: name.text) { return variable(own, name) }
    if let index = indices.firstIndex(of: name.text) { return .index(index) }
    if let value = value(name) { return try value.get() }
    let role: NameRole = token.isSymbol("(") ? .function : .value
    guard ExpressionNames.isFunction(name.text) else {
      let variables = parsed.names.isEmpty ? ExpressionNames.plainVariables : parsed.names
      throw ExpressionNames.unknown(name, among: variables + indices, as: role)
    }
    guard role == .function else {
      throw SpecificationError(
        "the function \(name.shown) at column \(name.column) has no argument; "
          + "write \(name.text)(...)")
    }
    if let kind = ExpressionSyntax.Loop.Kind(rawValue: name.text) { return try loop(kind, name) }
    return name.text == ExpressionNames.choice ? try choice(name) : try call(name)
  }

  // MARK: - Names that stand for numbers

  /// Nil where `name` is none of them.
  private mutating func value(
    _ name: ExpressionToken
  ) -> Result<ExpressionSyntax, SpecificationError>? {
    if name.text == "x", token.isSymbol("["), parsed.names.isEmpty {
      return Result { () throws(SpecificationError) in try component(name) }
    }
    if let constant = ExpressionNames.constants[name.text] { return .success(.number(constant)) }
    if name.text == "n" {
      parsed.usesDimension = true
      return .success(.dimension)
    }
    guard parsed.names.isEmpty else { return nil }
    if let k = ExpressionNames.plainVariables.firstIndex(of: name.text) {
      if parsed.plain == nil { parsed.plain = (name.text, name.column) }
      if k == 0, parsed.plainX == nil { parsed.plainX = name.column }
      return .success(variable(k, name))
    }
    return ExpressionNames.numberedVariable(name.text).map { .success(variable($0 - 1, name)) }
  }

  private mutating func variable(_ i: Int, _ name: ExpressionToken) -> ExpressionSyntax {
    parsed.largestWritten = max(parsed.largestWritten, i < largestDimension ? i + 1 : 0)
    return .variable(i, name: name.text, column: name.column)
  }

  private mutating func component(
    _ name: ExpressionToken
  ) throws(SpecificationError) -> ExpressionSyntax {
    let opening = token
    position += 1
    if parsed.indexed == nil { parsed.indexed = name.column }
    let column = token.column
    let index = try nested()
    try close(opening)
    if case .number(let k) = index, k >= 1, k <= Double(largestDimension) {
      parsed.largestWritten = max(parsed.largestWritten, Int(k))
    }
    return .component(index, column: column)
  }

  // MARK: - Functions

  private mutating func call(
    _ name: ExpressionToken
  ) throws(SpecificationError) -> ExpressionSyntax {
    let arguments = try arguments()
    func expect(_ isRight: Bool, _ number: String) throws(SpecificationError) {
      guard isRight else {
        throw SpecificationError(
          "\(name.shown) at column \(name.column) takes \(number), not \(arguments.count)")
      }
    }
    if let function = ExpressionNames.elementary(name.text) {
      if function == .log, arguments.count == 2 { return logarithm(arguments[0], arguments[1]) }
      try expect(arguments.count == 1, function == .log ? "1 or 2 arguments" : "1 argument")
      return .elementary(function, arguments[0])
    }
    guard let function = BinaryFunction(rawValue: name.text) else {
      throw ExpressionNames.unknown(name, among: [], as: .function)
    }
    let isRight = arguments.count == 2 || (function.takesMore && arguments.count > 2)
    try expect(isRight, function.takesMore ? "2 or more arguments" : "2 arguments")
    return .binary(function, arguments)
  }

  /// log(a, base); whole where a is a power of the base 2 or 10.
  private func logarithm(_ a: ExpressionSyntax, _ base: ExpressionSyntax) -> ExpressionSyntax {
    switch base {
    case .number(2): .elementary(.log2, a)
    case .number(10): .elementary(.log10, a)
    default:
      .product([
        .init(isInverse: false, value: .elementary(.log, a)),
        .init(isInverse: true, value: .elementary(.log, base)),
      ])
    }
  }

  private mutating func choice(
    _ name: ExpressionToken
  ) throws(SpecificationError) -> ExpressionSyntax {
    let arguments = try arguments()
    guard arguments.count == 3 else {
      throw SpecificationError(
        "`if` at column \(name.column) takes a condition and two values, as in if(x<0,-x,x^2), "
          + "not \(arguments.count)")
    }
    return .choice(arguments[0], arguments[1], arguments[2])
  }

  private mutating func arguments() throws(SpecificationError) -> [ExpressionSyntax] {
    let opening = token
    position += 1
    if take(")") { return [] }
    var arguments = [try nested()]
    while take(",") { arguments.append(try nested()) }
    try close(opening)
    return arguments
  }

  private mutating func loop(
    _ kind: ExpressionSyntax.Loop.Kind, _ name: ExpressionToken
  ) throws(SpecificationError) -> ExpressionSyntax {
    let opening = token
    position += 1
    let index = token
    guard index.kind == .name, tokens[position + 1].isSymbol(",") else {
      throw loopShape(kind, name)
    }
    let isTaken =
      ExpressionNames.isValue(index.text) || ExpressionNames.isFunction(index.text)
      || parsed.names.contains(index.text)
    guard !isTaken, !indices.contains(index.text) else {
      throw SpecificationError(
        "\(index.shown) at column \(index.column) has a meaning already; "
          + "expected another name for the index, such as i, j or k")
    }
    position += 1
    let from = try bound(kind, name)
    let to = try bound(kind, name)
    guard take(",") else { throw loopShape(kind, name) }
    indices.append(index.text)
    defer { indices.removeLast() }
    let body = try nested()
    if token.isSymbol(",") { throw loopShape(kind, name) }
    try close(opening)
    return .loop(
      .init(
        kind: kind, index: index.text, column: name.column, from: from, to: to, body: body))
  }

  private mutating func bound(
    _ kind: ExpressionSyntax.Loop.Kind, _ name: ExpressionToken
  ) throws(SpecificationError) -> ExpressionSyntax.Bound {
    guard take(",") else { throw loopShape(kind, name) }
    let column = token.column
    return .init(value: try nested(), column: column)
  }

  private func loopShape(
    _ kind: ExpressionSyntax.Loop.Kind, _ name: ExpressionToken
  ) -> SpecificationError {
    SpecificationError(
      "\(name.shown) at column \(name.column) takes an index, its first and last value and a "
        + "term, as in \(kind.rawValue)(i,1,n,x[i]^2)")
  }
}
