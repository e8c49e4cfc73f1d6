import LinearAlgebra
import RealModule
import Specifications

/// Two half circles that reach into each other, each a class.
///
/// The angle of an example is uniform; normal noise is added to both coordinates.
public struct Moons: DataSource {
  public static let name = "moons"
  public static let title = "Moons"
  public static let formula = "(cos φ, sin φ) above, (1 − cos φ, 1/2 − sin φ) below, φ in (0, π]"
  public static let reference = "geometry of make_moons of scikit-learn"
  public static let parameters: [Parameter<Self>] = [
    .exampleCount(\.count), .noise(\.noise), .seed(\.seed),
  ]

  /// m from 2 to 1e7: examples for training, and as many each for validation and the test.
  public var count = 200
  /// σ from 0 to 1e100: standard deviation of the normal noise.
  public var noise = 0.1
  /// Seed of the examples drawn, ≥ 0.
  public var seed = 1

  public init() {}

  public func parts() -> DataParts {
    GeneratedData(count: count, seed: seed).classes(["upper", "lower"]) { example, random in
      let moon = example % 2
      let angle = .pi * random.uniform()
      let (x, y) = (Double.cos(angle), Double.sin(angle))
      let point = moon == 0 ? (x: x, y: y) : (x: 1 - x, y: 0.5 - y)
      return ([point.x + noise * random.normal(), point.y + noise * random.normal()], moon)
    }
  }
}
