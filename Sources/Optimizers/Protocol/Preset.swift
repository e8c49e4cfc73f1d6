import Specifications

/// A dialect of a library or a paper: a named change of settings that a specification asks for with
/// `preset=keras`.
///
/// It sets everything in which the library's defaults differ from ours, the learning rate included
/// where the library has one.
public struct Preset<Settings>: Sendable {
  /// Lower case with hyphens.
  public let name: String
  let change: @Sendable (inout Settings) -> Void

  /// A dialect that is called `name` everywhere.
  public static func named(
    _ name: String, _ change: @escaping @Sendable (inout Settings) -> Void = { _ in }
  ) -> Self {
    Self(name: name, change: change)
  }
}

/// The names that presets of several methods have.
extension Preset {
  /// What a preset does to the settings.
  public typealias Change = @Sendable (inout Settings) -> Void

  /// The dialect `lecture`: the formula of the lecture.
  public static func lecture(_ change: @escaping Change = { _ in }) -> Self {
    named("lecture", change)
  }

  /// The dialect `paper`: what the method's paper has.
  public static func paper(_ change: @escaping Change = { _ in }) -> Self {
    named("paper", change)
  }

  /// The dialect `torch`, PyTorch.
  public static func torch(_ change: @escaping Change = { _ in }) -> Self {
    named("torch", change)
  }

  /// The dialect `optax`.
  public static func optax(_ change: @escaping Change = { _ in }) -> Self {
    named("optax", change)
  }

  /// The dialect `keras`.
  public static func keras(_ change: @escaping Change = { _ in }) -> Self {
    named("keras", change)
  }

  /// The dialect `scipy`, SciPy.
  public static func scipy(_ change: @escaping Change = { _ in }) -> Self {
    named("scipy", change)
  }

  /// The dialect `pytorch-optimizer`, the pytorch_optimizer library.
  public static func pytorchOptimizer(_ change: @escaping Change = { _ in }) -> Self {
    named("pytorch-optimizer", change)
  }
}

/// Another name of a method, with the settings that it stands for.
public struct Alias<Settings>: Sendable {
  /// Lower case with hyphens.
  public let name: String
  /// As legends print it.
  public let title: String
  /// What presets set under this name beside what they set.
  let presets: [Preset<Settings>]
  let change: @Sendable (inout Settings) -> Void

  /// Another name, under which the settings are those of the method after `change`.
  ///
  /// - Parameter title: as legends print it; the name unless given.
  public init(
    _ name: String, title: String? = nil, presets: [Preset<Settings>] = [],
    _ change: @escaping @Sendable (inout Settings) -> Void = { _ in }
  ) {
    self.name = name
    self.title = title ?? name
    self.presets = presets
    self.change = change
  }
}

extension OptimizerSettings {
  /// The names of the presets, in alphabetical order.
  public static var presetNames: [String] { presets.map(\.name).sorted() }

  /// Under which other names the method goes, and what they set.
  public static var aliasSettings: [String: [Specification.Entry]] {
    Dictionary(aliases.map { ($0.name, changed($0.change).changedSettings) }) { $1 }
  }

  /// What the method is called under one of its names, as legends print it; nil for another name.
  static func title(under name: String) -> String? {
    name == Self.name ? card.title : aliases.first { $0.name == name }?.title
  }

  /// What each preset sets, and each under an alias, `adamw/keras`, beside that.
  public static var presetSettings: [String: [Specification.Entry]] {
    let own = presets.map { ($0.name, changed($0.change).changedSettings) }
    let ofAliases = aliases.flatMap { alias in
      alias.presets.map { preset in
        ("\(alias.name)/\(preset.name)", changed(preset.change).changedSettings)
      }
    }
    return Dictionary(own + ofAliases) { $1 }
  }

  private static func changed(_ change: (inout Self) -> Void) -> Self {
    var settings = Self()
    change(&settings)
    return settings
  }

  /// The settings that `specification` describes, which calls the method by its name or an alias of
  /// it. What it sets itself wins over what makes the alias what it is, and this over the preset.
  static func reading(_ specification: Specification) throws(SpecificationError) -> Self {
    let (rest, preset) = withoutPreset(specification)
    var settings = Self()
    if let preset { try dialect(preset).change(&settings) }
    if let alias = aliases.first(where: { $0.name == specification.name }) {
      alias.change(&settings)
      alias.presets.first { $0.name == preset }?.change(&settings)
    }
    try settings.assign(rest)
    return settings
  }

  /// The key of a wrapper belongs to the method inside: it has no presets.
  private static func withoutPreset(
    _ specification: Specification
  ) -> (rest: Specification, preset: String?) {
    Self.self is any OptimizerWrapper.Type
      ? (specification, nil) : specification.removing("preset")
  }

  private static func dialect(_ name: String) throws(SpecificationError) -> Preset<Self> {
    if let preset = presets.first(where: { $0.name == name }) { return preset }
    throw presets.isEmpty
      ? SpecificationError("\(Self.name) has no presets, so preset=\(name) is unknown")
      : .unknown("preset of \(Self.name)", name, among: presetNames)
  }
}
