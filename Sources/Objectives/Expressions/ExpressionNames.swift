import Specifications

/// What a name is used as, in an expression.
enum NameRole {
  case value
  /// Followed by arguments in parentheses.
  case function
}

/// The names that an expression knows.
enum ExpressionNames {
  static let constants = NumberText.constants
  /// x, y and z, for at most three variables.
  static let plainVariables = ["x", "y", "z"]
  static let aliases: [String: ElementaryFunction] = ["ln": .log]

  static func elementary(_ name: String) -> ElementaryFunction? {
    aliases[name] ?? ElementaryFunction.named[name]
  }

  static let functions =
    ElementaryFunction.allCases.map { "\($0)" } + aliases.keys.sorted()
    + BinaryFunction.allCases.map(\.rawValue)
    + ExpressionSyntax.Loop.Kind.allCases.map(\.rawValue) + [choice]
  /// The function of pieces.
  static let choice = "if"

  static let values = constants.keys.sorted() + plainVariables + ["n"]

  /// The k of `xk`; nil for any other name. A k too large for any dimension is returned as the
  /// largest number.
  static func numberedVariable(_ name: String) -> Int? {
    let digits = name.dropFirst()
    guard name.first == "x", !digits.isEmpty,
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return Int(digits) ?? .max
  }

  /// Whether `name` means something without being called.
  static func isValue(_ name: String) -> Bool {
    values.contains(name) || numberedVariable(name) != nil
  }

  static func isFunction(_ name: String) -> Bool { functions.contains(name) }

  // MARK: - Errors

  /// - Parameter variables: the names of variables and indices at the place.
  static func unknown(
    _ token: ExpressionToken, among variables: [String], as role: NameRole
  ) -> SpecificationError {
    let kind = role == .function ? "function" : "name"
    return SpecificationError(
      "unknown \(kind) \(token.shown) at column \(token.column); "
        + hint(token.text, among: variables, as: role))
  }

  private static func hint(_ name: String, among variables: [String], as role: NameRole) -> String {
    if FunctionCatalogue.allNames.contains(name) {
      return "it is a function of the catalogue, which is no part of an expression"
    }
    let hasPlain = plainVariables.allSatisfy(variables.contains)
    if role == .value, hasPlain, name.count > 1, name.allSatisfy({ "xyz".contains($0) }) {
      return "write " + name.map(String.init).joined(separator: "*")
    }
    let known =
      role == .function ? functions : functions + constants.keys.sorted() + ["n"] + variables
    if let near = nearest(to: name, among: known) { return "did you mean `\(near)`?" }
    if role == .function { return "expected a function such as sin, exp, sqrt, max or sum" }
    let names = hasPlain ? "x, y, z, x[i]" : variables.joined(separator: ", ")
    return "expected \(names), n, pi, e, or an index inside sum(i,1,n,...)"
  }

  /// Two edits turn a short name into too many others: where it has one or two letters only the
  /// case may differ, and up to four at least the first letter must agree.
  private static func nearest(to name: String, among known: [String]) -> String? {
    let typed = name.lowercased()
    if name.count < 3 { return known.first { $0.lowercased() == typed } }
    let long = known.filter { $0.count > 1 }
    return Suggestion.nearest(to: name, among: long).first { near in
      name.count > 4 || near.lowercased().first == typed.first
    }
  }
}
