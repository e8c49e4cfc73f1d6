import Optimizers
import Specifications

/// An optimizer, and what its user calls it.
public struct GivenOptimizer: Sendable {
  /// The optimizer.
  public let settings: any OptimizerSettings
  /// As it was given: `adamw`, where the settings' specification is what that stands for; nil where
  /// nobody gave it a name.
  public let name: Specification?

  /// - Parameter name: of the same optimizer.
  public init(_ settings: any OptimizerSettings, name: Specification? = nil) {
    (self.settings, self.name) = (settings, name)
  }

  /// The name, or the settings' specification.
  public var specification: Specification { name ?? settings.specification }

  /// Reads specifications with commas between them: "sgd:lr=0.1,adamw".
  ///
  /// - Throws: where one is not known, or a setting is none of its own.
  public static func list(_ text: String) throws(SpecificationError) -> [GivenOptimizer] {
    let names = try Specification.list(parsing: text)
    return zip(try OptimizerCatalogue.list(text), names).map { GivenOptimizer($0, name: $1) }
  }
}
