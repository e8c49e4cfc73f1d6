import Specifications

extension OptimizerCatalogue {
  /// An optimizer under the name that its user gave it: `adamw:lr=0.1` is AdamW with lr=0.1, not
  /// Adam with its decay.
  public struct Given: Sendable {
    /// "AdamW".
    public let title: String
    /// What the name stands for by itself.
    fileprivate let own: [Specification.Entry]
    /// "preset=keras".
    fileprivate let dialect: [Specification.Entry]

    /// What stands beside the title, of the settings by which an optimizer differs from its
    /// defaults: the preset, and what differs from the name and the preset.
    ///
    /// - Parameter value: of a setting that is at its default.
    public func settings(
      of optimizer: Specification, default value: (String) -> String?
    ) -> [Specification.Entry] {
      let keys = Set(optimizer.settings.compactMap(\.key))
      let undone = own.compactMap(\.key).filter { !keys.contains($0) }.compactMap { key in
        value(key).map { Specification.Entry(key: key, value: $0) }
      }
      return dialect + optimizer.arguments + optimizer.settings.filter { !own.contains($0) }
        + undone
    }
  }

  /// What a specification calls an optimizer; nil where nothing is called so.
  public static func given(_ specification: Specification) -> Given? {
    guard let type = type(named: specification.name),
      let title = type.title(under: specification.name)
    else { return nil }
    let dialect = specification.settings.filter { $0.key == "preset" }
    let name = Specification(name: specification.name, settings: dialect)
    let own = try? settings(name).specification.settings
    return Given(title: title, own: own ?? [], dialect: own == nil ? [] : dialect)
  }
}
