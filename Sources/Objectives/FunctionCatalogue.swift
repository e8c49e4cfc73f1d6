import Specifications

/// Every test function, by name. A new one is a file and a line here.
public enum FunctionCatalogue {
  public static let all: [any TestFunction.Type] = [
    Rosenbrock.self,
    RosenbrockExtended.self,
    Quadratic.self,
    Saddle.self,
    MonkeySaddle.self,
    SaddleEscape.self,
    Beale.self,
    Himmelblau.self,
    Booth.self,
    ThreeHumpCamel.self,
    StyblinskiTang.self,
    Rastrigin.self,
  ]

  public static var names: [String] { all.map { $0.name } }

  /// The function that a specification such as `rosenbrock:n=10` describes.
  public static func function(_ text: String) throws(SpecificationError) -> any TestFunction {
    try function(Specification(parsing: text))
  }

  public static func function(
    _ specification: Specification
  ) throws(SpecificationError) -> any TestFunction {
    guard let type = all.first(where: { $0.name == specification.name }) else {
      throw .unknown("function", specification.name, among: names)
    }
    return try type.init(specification)
  }
}
