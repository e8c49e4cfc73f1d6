import Specifications

/// Every optimizer, by name. A new one is a file, and a line in the list of its family.
public enum OptimizerCatalogue {
  public static let all = families.flatMap(\.optimizers)

  public static let names: [String] = all.map { $0.name }

  /// Other names, each with the method and the settings that it stands for.
  public static let aliases: [String: (type: any OptimizerSettings.Type, settings: String)] = {
    var aliases: [String: (type: any OptimizerSettings.Type, settings: String)] = [:]
    for type in all {
      for (alias, settings) in type.card.aliases { aliases[alias] = (type, settings) }
    }
    return aliases
  }()

  /// The method of a name or an alias; nil where nothing is called so.
  public static func type(named name: String) -> (any OptimizerSettings.Type)? {
    all.first { $0.name == name } ?? aliases[name]?.type
  }

  /// The settings that a specification such as `adam:lr=0.1,beta2=0.99` describes.
  public static func settings(_ text: String) throws(SpecificationError) -> any OptimizerSettings {
    try settings(Specification(parsing: text))
  }

  public static func settings(
    _ specification: Specification
  ) throws(SpecificationError) -> any OptimizerSettings {
    guard let type = type(named: specification.name) else {
      throw .unknown(
        "optimizer", specification.name, among: names + aliases.keys.sorted())
    }
    return try type.init(expanded(specification, for: type))
  }

  /// The specification with the settings of its alias and of its preset written out; its own
  /// settings win.
  private static func expanded(
    _ specification: Specification, for type: any OptimizerSettings.Type
  ) throws(SpecificationError) -> Specification {
    var meant = Specification(name: type.name)
    if let alias = aliases[specification.name] {
      meant = try meant.adding(Specification(parsing: "\(type.name):\(alias.settings)"))
    }
    // A wrapper has no presets: the key belongs to the method inside.
    guard !(type is any OptimizerWrapper.Type) else { return meant.adding(specification) }
    let (rest, preset) = specification.removing("preset")
    if let preset {
      guard let settings = type.card.presets[preset] else {
        let known = type.card.presets.keys.sorted()
        throw known.isEmpty
          ? SpecificationError("\(type.name) has no presets, so preset=\(preset) is unknown")
          : .unknown("preset of \(type.name)", preset, among: known)
      }
      meant = try meant.adding(Specification(parsing: "\(type.name):\(settings)"))
    }
    return meant.adding(rest)
  }
}
