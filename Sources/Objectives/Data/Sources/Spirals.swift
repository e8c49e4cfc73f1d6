import LinearAlgebra
import RealModule
import Specifications

/// Arms of a spiral about the origin, one a class.
///
/// The angle of an example runs along its arm over one and a half turns, the radius with it from
/// 0.1 to 1; normal noise is added to both coordinates.
public struct Spirals: DataSource {
  public static let name = "spirals"
  public static let title = "Spirals"
  public static let formula = "r = t, φ = 3π t + 2π c/C for class c, t in [0.1, 1]"
  public static let reference = "after Lang and Witbrock, Connectionist Models Summer School 1988"
  public static let parameters: [Parameter<Self>] = [
    .exampleCount(\.count),
    .integer("classes", \.classes, symbol: "C", in: 2...10, "number of arms"),
    .noise(\.noise),
    .seed(\.seed),
  ]

  /// m from 2 to 1e7: examples for training, and as many each for validation and the test.
  public var count = 200
  /// C from 2 to 10: number of arms.
  public var classes = 2
  /// σ from 0 to 1e100: standard deviation of the normal noise.
  public var noise = 0.05
  /// Seed of the examples drawn, ≥ 0.
  public var seed = 1

  public init() {}

  public func resolve() throws(SpecificationError) {
    try GeneratedData.require(examples: count, of: Self.name, classes: classes, features: 2)
  }

  public func parts() -> DataParts {
    let names = (1...classes).map { "arm \($0)" }
    return GeneratedData(count: count, seed: seed).classes(names) { example, random in
      let arm = example % classes
      let t = 0.1 + 0.9 * random.uniform()
      let angle = 3 * .pi * t + 2 * .pi * Double(arm) / Double(classes)
      let x = t * .cos(angle) + noise * random.normal()
      let y = t * .sin(angle) + noise * random.normal()
      return ([x, y], arm)
    }
  }
}
