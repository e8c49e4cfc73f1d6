import RealModule
import Specifications

/// The names that an expression knows.
enum ExpressionNames {
  static let e = Double.exp(1)
  static let constants: [String: Double] = ["pi": .pi, "tau": 2 * .pi, "e": e]
  /// x, y and z, for at most three variables.
  static let plainVariables = ["x", "y", "z"]
  static let aliases: [String: ElementaryFunction] = ["ln": .log]

  static func elementary(_ name: String) -> ElementaryFunction? {
    aliases[name] ?? ElementaryFunction.named[name]
  }

  static let functions =
    ElementaryFunction.allCases.map { "\($0)" } + aliases.keys.sorted()
    + BinaryFunction.allCases.map(\.rawValue)
    + ExpressionSyntax.Loop.Kind.allCases.map(\.rawValue)

  static let values = constants.keys.sorted() + plainVariables + ["n"]

  /// The k of `xk`, from 1; nil for any other name. A k too large for any dimension is returned
  /// as the largest number.
  static func numberedVariable(_ name: String) -> Int? {
    let digits = name.dropFirst()
    guard name.first == "x", let first = digits.first, first != "0",
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

  static func unknown(
    _ token: ExpressionToken, among indices: [String], isCalled: Bool
  ) -> SpecificationError {
    let kind = isCalled ? "function" : "name"
    return SpecificationError(
      "unknown \(kind) \(token.shown) at column \(token.column); "
        + hint(token.text, among: indices, isCalled: isCalled))
  }

  private static func hint(_ name: String, among indices: [String], isCalled: Bool) -> String {
    if !isCalled, name.count > 1, name.allSatisfy({ "xyz".contains($0) }) {
      return "write " + name.map(String.init).joined(separator: "*")
    }
    let known = isCalled ? functions : functions + values.filter { $0.count > 1 } + indices
    // Two edits turn a name of one or two letters into too many others.
    let near =
      name.count < 3
      ? known.filter { $0.lowercased() == name.lowercased() }
      : Suggestion.nearest(to: name, among: known)
    if !near.isEmpty {
      return "did you mean " + near.map { "`\($0)`" }.joined(separator: " or ") + "?"
    }
    return isCalled
      ? "expected a function such as sin, exp, sqrt, max or sum"
      : "expected x, y, z, x[i], n, pi, e, or an index inside sum(i,1,n,...)"
  }
}
