import Objectives
import Specifications

/// Every suite, by name. A new one is a line here.
public enum SuiteCatalogue {
  /// Those that come with Descent: the families of functions, then one suite a property.
  public static let standard = Catalogue<Suite>("suite", families + properties) { ($0.name, [:]) }

  /// Those that are known here: a program knows its own too within
  /// `SuiteCatalogue.$current.withValue(SuiteCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard

  /// Those of `current`, in its order.
  public static var all: [Suite] { current.entries }

  private static var families: [Suite] {
    let plane = FunctionCatalogue.functions(of: "plane")
    let fixed = FunctionCatalogue.functions(of: "fixed")
    let scalable = FunctionCatalogue.functions(of: "scalable")
    return [
      Suite("landscapes", "landscapes for teaching", FunctionCatalogue.functions(of: "landscapes")),
      Suite("classics", "classic functions, the scalable ones small", plane + fixed + scalable),
      Suite(
        "classics-2d", "classic functions in two variables",
        (plane + scalable).filter { $0.init().dimension == 2 }),
      Suite("mgh", "Moré, Garbow and Hillstrom", of: (1...35).map { "mgh-\($0)" }),
      Suite("bbob", "the noiseless BBOB functions", FunctionCatalogue.functions(of: "bbob")),
    ]
  }

  private static var properties: [Suite] {
    [
      Suite("convex", "convex functions", tag: .convex),
      Suite("multimodal", "functions with several minima", tag: .multimodal),
      Suite("ill-conditioned", "functions of very unequal curvatures", tag: .illConditioned),
      Suite("saddles", "functions with a saddle to get past", tag: .saddle),
      Suite("valleys", "functions with a bent valley", tag: .valley),
      Suite("non-smooth", "functions with kinks or steps", tag: .nonSmooth),
    ]
  }
}
