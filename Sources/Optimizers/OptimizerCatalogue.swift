import Specifications

/// Every optimizer, by name. A new one is a file and a line here.
public enum OptimizerCatalogue {
  public static let all: [any OptimizerSettings.Type] = [
    SGD.self,
    Momentum.self,
    Nesterov.self,
    AdaGrad.self,
    RMSProp.self,
    Adam.self,
    NAdam.self,
    AdaMax.self,
    Newton.self,
    ConjugateGradients.self,
    BFGS.self,
    LBFGS.self,
  ]

  public static var names: [String] { all.map { $0.name } }

  /// The settings that a specification such as `adam:lr=0.1,beta2=0.99` describes.
  public static func settings(_ text: String) throws(SpecificationError) -> any OptimizerSettings {
    try settings(Specification(parsing: text))
  }

  public static func settings(
    _ specification: Specification
  ) throws(SpecificationError) -> any OptimizerSettings {
    guard let type = all.first(where: { $0.name == specification.name }) else {
      throw .unknown("optimizer", specification.name, among: names)
    }
    return try type.init(specification)
  }
}
