import Optimizers
import Specifications

extension Trajectory {
  /// What a parameter of the optimizer was set to, or else its default, as specifications write it;
  /// nil where this program knows no such parameter.
  public func setting(_ key: String) -> String? {
    if let own = optimizer.settings.first(where: { $0.key == key }) { return own.value }
    let settings = try? OptimizerCatalogue.settings(Specification(name: optimizer.name))
    return settings?.parameterTable.first { $0.name == key }?.value
  }
}
