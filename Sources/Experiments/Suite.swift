import Objectives

/// A named set of functions.
public struct Suite: Hashable, Sendable {
  public let name: String
  public let summary: String
  /// Specifications of functions, in the order of the catalogue or of their numbers.
  public let functions: [String]

  /// Those that come with Descent: the families of functions, then one suite a property.
  public static let standard: [Suite] = families + properties

  /// What a program adds, within `Suite.$added.withValue([mine]) { … }`.
  @TaskLocal public static var added: [Suite] = []

  public static var all: [Suite] { standard + added }

  /// - Parameter functions: specifications.
  public init(_ name: String, _ summary: String, of functions: [String]) {
    self.init(name, summary, names: functions)
  }

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
      Suite("mgh", "Moré, Garbow and Hillstrom", names: (1...35).map { "mgh-\($0)" }),
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

  private init(_ name: String, _ summary: String, names: [String]) {
    self.name = name
    self.summary = summary
    functions = names
  }

  private init(_ name: String, _ summary: String, _ functions: [any TestFunction.Type]) {
    self.init(name, summary, names: functions.map { $0.name })
  }

  private init(_ name: String, _ summary: String, tag: FunctionTag) {
    self.init(
      name, summary,
      FunctionCatalogue.standard.entries.filter { type in
        !(type is any FunctionWrapper.Type) && type.init().tags.contains(tag)
      })
  }
}
