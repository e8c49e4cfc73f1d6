import Specifications

/// Every test function, by name. A new one is a file, and a line in the list of its family.
public enum FunctionCatalogue {
  public static let all = families.flatMap(\.functions)

  public static let names: [String] = all.map { $0.name }

  /// Other names, each with the function and the settings that it stands for.
  public static let aliases: [String: (type: any TestFunction.Type, settings: String)] = {
    var aliases: [String: (type: any TestFunction.Type, settings: String)] = [:]
    for type in all {
      for (alias, settings) in type.card.aliases { aliases[alias] = (type, settings) }
    }
    return aliases
  }()

  /// The function that a specification such as `rosenbrock:n=10` describes, or an expression such
  /// as `x^4+y^2:low=-2`.
  public static func function(_ text: String) throws(SpecificationError) -> any TestFunction {
    if isExpression(text) { return try ExpressionFunction(parsing: text) }
    return try function(Specification(parsing: text))
  }

  public static func function(
    _ specification: Specification
  ) throws(SpecificationError) -> any TestFunction {
    if let type = all.first(where: { $0.name == specification.name }) {
      return try type.init(specification)
    }
    guard let (type, settings) = aliases[specification.name] else {
      let text = specification.description
      if isExpression(text) { return try ExpressionFunction(parsing: text) }
      throw .unknown("function", specification.name, among: allNames)
    }
    let meant = try Specification(parsing: "\(type.name):\(settings)")
    return try type.init(meant.adding(specification) { type.parameterName(of: $0) })
  }

  /// Names and aliases.
  static let allNames = names + aliases.keys.sorted()
}
