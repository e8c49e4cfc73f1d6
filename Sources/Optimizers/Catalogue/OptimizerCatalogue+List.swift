import Specifications

extension OptimizerCatalogue {
  /// The settings that a list such as `sgd:lr=0.001,adam:lr=0.02,beta1=0.8,bfgs` describes:
  /// key=value belongs to the name before it.
  ///
  /// - Throws: where the list does not parse, a name is unknown, or a setting is not accepted.
  public static func list(_ text: String) throws(SpecificationError) -> [any OptimizerSettings] {
    var list: [any OptimizerSettings] = []
    for specification in try Specification.list(parsing: text) {
      list.append(try settings(specification))
    }
    return list
  }
}
