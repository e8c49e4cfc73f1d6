import LinearAlgebra
import RealModule
import Specifications

/// Two circles about the origin, one within the other, each a class.
///
/// The angle of an example is uniform; normal noise is added to both coordinates.
public struct Circles: DataSource {
  public static let name = "circles"
  public static let title = "Circles"
  public static let formula = "(cos φ, sin φ) outside, factor (cos φ, sin φ) inside, φ in (0, 2π]"
  public static let reference = "geometry of make_circles of scikit-learn"
  public static let parameters: [Parameter<Self>] = [
    .exampleCount(\.count),
    .number(
      "factor", \.factor, in: Interval(0, 1, openBelow: true, openAbove: true),
      "radius of the inner circle; that of the outer one is 1"),
    .noise(\.noise),
    .seed(\.seed),
  ]

  /// m from 2 to 1e7: examples for training, and as many each for validation and the test.
  public var count = 200
  /// Radius of the inner circle in (0, 1); that of the outer one is 1.
  public var factor = 0.5
  /// σ from 0 to 1e100: standard deviation of the normal noise.
  public var noise = 0.05
  /// Seed of the examples drawn, ≥ 0.
  public var seed = 1

  public init() {}

  public func parts() -> DataParts {
    GeneratedData(count: count, seed: seed).classes(["outer", "inner"]) { example, random in
      let circle = example % 2
      let radius = circle == 0 ? 1 : factor
      let angle = 2 * .pi * random.uniform()
      let x = radius * .cos(angle) + noise * random.normal()
      let y = radius * .sin(angle) + noise * random.normal()
      return ([x, y], circle)
    }
  }
}
