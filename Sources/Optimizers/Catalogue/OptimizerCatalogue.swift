import Specifications

/// Every optimizer, by name. A new one is a file, and a line in the list of its family.
public enum OptimizerCatalogue {
  /// Those that come with Descent.
  public static let standard = Catalogue<any OptimizerSettings.Type>(
    "optimizer", standardFamilies.flatMap(\.optimizers)
  ) { ($0.name, $0.card.aliases) }

  /// Those that are known here: a program knows its own too within
  /// `OptimizerCatalogue.$current.withValue(OptimizerCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard

  public static var all: [any OptimizerSettings.Type] { current.entries }

  public static var names: [String] { current.names }

  public static var aliases: [String: Catalogue<any OptimizerSettings.Type>.Alias] {
    current.aliases
  }

  /// The method of a name or an alias; nil where nothing is called so.
  public static func type(named name: String) -> (any OptimizerSettings.Type)? {
    current[name] ?? aliases[name]?.entry
  }

  /// The settings that a specification such as `adam:lr=0.1,beta2=0.99` describes.
  public static func settings(_ text: String) throws(SpecificationError) -> any OptimizerSettings {
    try settings(Specification(parsing: text))
  }

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
    return try type.init(expanded(specification, for: type))
  }

  /// The specification with the settings of its preset and of its alias written out. Its own
  /// settings win over those that make the alias what it is, and these over the preset.
  private static func expanded(
    _ specification: Specification, for type: any OptimizerSettings.Type
  ) throws(SpecificationError) -> Specification {
    // A wrapper has no presets: the key belongs to the method inside.
    let (rest, preset) =
      type is any OptimizerWrapper.Type ? (specification, nil) : specification.removing("preset")
    var layers: [String?] = [aliases[specification.name]?.settings]
    if let preset {
      try layers.insert(dialect(preset, of: type), at: 0)
      layers.append(type.card.aliasPresets["\(specification.name)/\(preset)"])
    }
    var meant = Specification(name: type.name)
    for case let settings? in layers {
      meant = try meant.adding(Specification(parsing: "\(type.name):\(settings)"))
    }
    return meant.adding(rest) { type.parameterName(of: $0) }
  }

  /// The settings of a preset.
  private static func dialect(
    _ preset: String, of type: any OptimizerSettings.Type
  ) throws(SpecificationError) -> String {
    if let settings = type.card.presets[preset] { return settings }
    let known = type.card.presets.keys.sorted()
    throw known.isEmpty
      ? SpecificationError("\(type.name) has no presets, so preset=\(preset) is unknown")
      : .unknown("preset of \(type.name)", preset, among: known)
  }
}
