import Specifications

/// Every test function, by name. A new one is a file, and a line in the list of its family.
public enum FunctionCatalogue {
  /// Those that come with Descent.
  public static let standard = Catalogue<any TestFunction.Type>(
    "function", standardFamilies.flatMap(\.functions)
  ) { ($0.name, $0.card.aliases) }

  /// Those that are known here: a program knows its own too within
  /// `FunctionCatalogue.$current.withValue(FunctionCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard

  /// The types of functions that are known here.
  public static var all: [any TestFunction.Type] { current.entries }

  /// The names of those that are known here.
  public static var names: [String] { current.names }

  /// Other names, each with the type and the settings it stands for.
  public static var aliases: [String: Catalogue<any TestFunction.Type>.Alias] { current.aliases }

  /// The function that a specification such as `rosenbrock:n=10` describes, or an expression such
  /// as `x^4+y^2:low=-2`. The minimum of an expression is `notSearched` here; it is known of the
  /// functions that `FunctionName` of Experiments makes for runs.
  ///
  /// - Throws: where the text does not parse, or as `function(_:)` of a specification.
  public static func function(_ text: String) throws(SpecificationError) -> any TestFunction {
    if isExpression(text) { return try ExpressionFunction(parsing: text) }
    return try function(Specification(parsing: text))
  }

  /// The function that a parsed specification describes.
  ///
  /// - Throws: where the name is unknown, with the nearest known ones, or a setting is not
  ///   accepted.
  public static func function(
    _ specification: Specification
  ) throws(SpecificationError) -> any TestFunction {
    if let type = current[specification.name] { return try type.init(specification) }
    guard let alias = aliases[specification.name] else {
      let text = specification.description
      if isExpression(text) { return try ExpressionFunction(parsing: text) }
      throw current.unknown(specification.name)
    }
    let type = alias.entry
    let meant = Specification(name: type.name, settings: alias.settings)
    return try type.init(meant.adding(specification) { type.parameterName(of: $0) })
  }

  /// Names and aliases.
  static var allNames: [String] { current.allNames }
}
