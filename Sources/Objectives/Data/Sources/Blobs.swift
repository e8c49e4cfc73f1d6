import LinearAlgebra
import Specifications

/// Round clouds about centres that the seed draws, each a class.
public struct Blobs: DataSource {
  public static let name = "blobs"
  public static let title = "Blobs"
  public static let formula = "x = μ_c + spread ξ, μ_c uniform in (−10, 10]ᵈ, ξ standard normal"
  public static let reference = "as make_blobs of scikit-learn"
  public static let parameters: [Parameter<Self>] = [
    .exampleCount(\.count),
    .integer("classes", \.classes, symbol: "C", in: 2...100, "number of clouds"),
    .integer("d", \.dimension, symbol: "d", in: 1...10_000, "number of features"),
    .number(
      "spread", \.spread, symbol: "σ", in: .spread,
      "standard deviation of a cloud in each feature"),
    .seed(\.seed),
  ]

  /// m from 2 to 1e7: examples for training, and as many each for validation and the test.
  public var count = 200
  /// C from 2 to 100: number of clouds.
  public var classes = 3
  /// d from 1 to 10,000: number of features.
  public var dimension = 2
  /// σ from 0 to 1e100: standard deviation of a cloud in each feature.
  public var spread = 1.0
  /// Seed of the examples drawn, ≥ 0.
  public var seed = 1

  public init() {}

  public func resolve() throws(SpecificationError) {
    try GeneratedData.require(
      examples: count, of: Self.name, classes: classes, features: dimension)
  }

  public func parts() -> DataParts {
    let centres = centres
    let names = (1...classes).map { "blob \($0)" }
    return GeneratedData(count: count, seed: seed).classes(names) { example, random in
      let cloud = example % classes
      return (centres[cloud].map { $0 + spread * random.normal() }, cloud)
    }
  }

  /// Drawn from a stream of their own: they do not change with the number of examples.
  private var centres: [Vector] {
    var random = RandomStream(seed: UInt64(seed), stream: 1)
    return (0..<classes).map { _ in
      (0..<dimension).map { _ in 20 * random.uniform() - 10 }
    }
  }
}
