import Specifications

/// Every optimizer, by name. A new one is a file, and a line in the list of its family.
public enum OptimizerCatalogue {
  /// Those that come with Descent.
  public static let standard = Catalogue<any OptimizerSettings.Type>(
    "optimizer", standardFamilies.flatMap(\.optimizers)
  ) { ($0.name, $0.aliasSettings) }

  /// Those that are known here: a program knows its own too within
  /// `OptimizerCatalogue.$current.withValue(OptimizerCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard

  /// The methods that are known here.
  public static var all: [any OptimizerSettings.Type] { current.entries }

  /// The names of those that are known here.
  public static var names: [String] { current.names }

  /// Other names, each with the method and the settings it stands for.
  public static var aliases: [String: Catalogue<any OptimizerSettings.Type>.Alias] {
    current.aliases
  }

  /// The method of a name or an alias; nil where nothing is called so.
  public static func type(named name: String) -> (any OptimizerSettings.Type)? {
    current[name] ?? aliases[name]?.entry
  }

  /// The settings that a specification such as `adam:lr=0.1,beta2=0.99` describes.
  ///
  /// - Throws: where the text does not parse, or as `settings(_:)` of a specification.
  public static func settings(_ text: String) throws(SpecificationError) -> any OptimizerSettings {
    try settings(
      Specification(one: "optimizer", parsing: text) { type(named: $0.name) != nil })
  }

  /// The settings that a parsed specification describes.
  ///
  /// - Throws: where the name is unknown, with the nearest known ones, or a setting is not
  ///   accepted.
  public static func settings(
    _ specification: Specification
  ) throws(SpecificationError) -> any OptimizerSettings {
    guard let type = type(named: specification.name) else {
      throw current.unknown(specification.name)
    }
    if let wrapper = type as? any OptimizerWrapper.Type,
      let error = wrapper.misplacement(in: specification)
    {
      throw error
    }
    return try type.reading(specification)
  }
}
