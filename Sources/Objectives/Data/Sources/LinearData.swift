import LinearAlgebra
import RealModule
import Specifications

/// A linear target of normal features, with normal noise: least squares that know their answer.
public struct LinearData: DataSource {
  public static let name = "regression"
  public static let title = "Linear target"
  public static let formula =
    "y = w · x + b + σ ε, xⱼ = κ^(−(j − 1)/(2 (d − 1))) ξⱼ; w, b, ξ, ε standard normal"
  public static let reference = "as make_regression of scikit-learn, with a condition"
  public static let parameters: [Parameter<Self>] = [
    .exampleCount(\.count),
    .integer("d", \.dimension, symbol: "d", in: 1...10_000, "number of features"),
    .noise(\.noise),
    .number(
      "condition", \.condition, symbol: "κ", in: Interval(1, .infinity, openAbove: true),
      "largest variance of a feature by the smallest"),
    .seed(\.seed),
  ]

  /// m from 2 to 1e7: examples for training, and as many each for validation and the test.
  public var count = 200
  /// d from 1 to 10,000: number of features.
  public var dimension = 1
  /// σ from 0 to 1e100: standard deviation of the normal noise.
  public var noise = 0.1
  /// κ ≥ 1: largest variance of a feature by the smallest.
  public var condition = 1.0
  /// Seed of the examples drawn, ≥ 0.
  public var seed = 1

  public init() {}

  public func resolve() throws(SpecificationError) {
    try GeneratedData.require(examples: count, of: Self.name, features: dimension)
  }

  public func parts() -> DataParts {
    let (weights, intercept) = truth
    let scales = scales
    return GeneratedData(count: count, seed: seed).values { _, random in
      let x = scales.map { $0 * random.normal() }
      let value = zip(weights, x).reduce(intercept) { $0 + $1.0 * $1.1 }
      return (x, value + noise * random.normal())
    }
  }

  /// w and b, drawn from a stream of their own: they do not change with the number of examples.
  public var truth: (weights: Vector, intercept: Double) {
    var random = RandomStream(seed: UInt64(seed), stream: 1)
    let weights = (0..<dimension).map { _ in random.normal() }
    return (weights, random.normal())
  }

  /// The standard deviations of the features, from 1 down to 1/√κ.
  private var scales: Vector {
    (0..<dimension).map { j in
      .pow(condition, -Double(j) / Double(2 * max(dimension - 1, 1)))
    }
  }
}
