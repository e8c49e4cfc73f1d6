import Specifications

extension ExpressionFunction {
  public static let parameters: [Parameter<Self>] = [
    .expression("formula", \.formula, symbol: "f", "the expression"),
    optional(
      "n", \.givenDimension, range: "whole, 1 to \(largestDimension)",
      expected: "a whole number, 1 to \(largestDimension)", "number of variables",
      fallback: "as used", text: { String($0) },
      parse: { Int($0).flatMap { (1...largestDimension).contains($0) ? $0 : nil } }),
    optional(
      "minimum", \.givenMinimum, range: Interval.finite.description,
      expected: "a number in \(Interval.finite)", "the minimum, where known",
      fallback: "searched", text: NumberText.short,
      parse: { NumberText.parse($0).flatMap { $0.isFinite ? $0 : nil } }),
    .numbers(
      "start", \.givenStart, in: .finite,
      "the usual start, one number for all coordinates or one each"),
    .numbers("low", \.low, in: .finite, "lower end of the domain, one for all or one a coordinate"),
    .numbers(
      "high", \.high, in: .finite, "upper end of the domain, one for all or one a coordinate"),
  ]

  private static func optional<Value>(
    _ name: String, _ path: WritableKeyPath<Self, Value?> & Sendable, range: String,
    expected: String, _ summary: String, fallback: String,
    text: @escaping @Sendable (Value) -> String,
    parse: @escaping @Sendable (String) -> Value?
  ) -> Parameter<Self> {
    Parameter(
      name, symbol: "", range: range, summary,
      text: { $0[keyPath: path].map(text) ?? fallback },
      assign: { function, written in
        guard let value = parse(written) else { return expected }
        function[keyPath: path] = value
        return nil
      })
  }

  /// The function of `EXPRESSION:key=value,…`. Columns in errors count the characters of `text`.
  public init(parsing text: String) throws(SpecificationError) {
    let written = try Self.specification(parsing: text)
    let formula = Specification.Entry(key: "formula", value: written.name)
    try self.init(Specification(name: Self.name, settings: [formula] + written.settings))
  }

  /// `EXPRESSION:key=value,…` taken apart, the expression in place of a name.
  static func specification(parsing text: String) throws(SpecificationError) -> Specification {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    // What is wrong with a character comes first: the colon may belong to `c ? a : b`.
    _ = try ExpressionLexer.tokens(of: String(parts.first ?? ""))
    let settings = parts.count == 2 ? parts[1].singleSpaced : ""
    return Specification(
      name: parts.first.map(String.init) ?? "",
      settings: try Self.settings(settings, of: text).settings)
  }

  /// What stands after the colon of `text`, which errors quote as a whole.
  private static func settings(
    _ settings: String, of text: String
  ) throws(SpecificationError) -> Specification {
    let named = "\(name):\(settings)"
    do throws(SpecificationError) {
      return try Specification(parsing: named)
    } catch {
      throw SpecificationError(error.description.replacing("'\(named)'", with: "'\(text)'"))
    }
  }

  /// The expression in place of a name.
  public var specification: Specification {
    Specification(name: formula, settings: changedSettings.filter { $0.key != "formula" })
  }

  public mutating func resolve() throws(SpecificationError) {
    let parsed = try ExpressionParser.parse(formula)
    formula = formula.singleSpaced
    program = try ExpressionCompiler.program(parsed, n: givenDimension)
    variableNames = VariableNames(parsed.names)
    squares = ExpressionSquares(of: program)
    try requireLength("low", of: low)
    try requireLength("high", of: high)
    for (low, high) in zip(ends(low), ends(high)) where !(low < high) {
      throw SpecificationError(
        "expression: low=\(NumberText.short(low)) is not below high=\(NumberText.short(high))")
    }
    if !givenStart.isEmpty { try requireLength("start", of: givenStart) }
    usualStart = usualStart(among: min(10 + 2000 / dimension, affordableEvaluations))
    found = .notSearched
  }

  private func requireLength(
    _ key: String, of numbers: [Double]
  ) throws(SpecificationError) {
    if numbers.count == dimension || numbers.count == 1 { return }
    let noun = numbers.count == 1 ? "number" : "numbers"
    throw SpecificationError(
      "expression: \(key) has \(numbers.count) \(noun); expected "
        + "\(dimension > 1 ? "1 or " : "")\(dimension), as n")
  }
}

extension Parameter {
  /// An expression as it is written; `resolve` says what is wrong with it.
  static func expression(
    _ name: String, _ path: WritableKeyPath<Root, String> & Sendable, symbol: String,
    _ summary: String
  ) -> Self {
    Self(
      name, symbol: symbol, range: "an expression", summary,
      text: { $0[keyPath: path] },
      assign: { root, text in
        root[keyPath: path] = text
        return nil
      })
  }
}

extension StringProtocol {
  /// Without space around it, and with single spaces inside.
  var singleSpaced: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
