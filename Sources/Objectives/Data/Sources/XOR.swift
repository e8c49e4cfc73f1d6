import LinearAlgebra
import Specifications

/// The exclusive or: four clouds about the corners of a square, where opposite corners are of one
/// class, so that no line tells the classes apart.
public struct XOR: DataSource {
  public static let name = "xor"
  public static let title = "Exclusive or"
  public static let formula = "(±1, ±1) + σ ξ; class 1 where the signs differ"
  public static let reference = "after Minsky and Papert, Perceptrons, 1969"
  public static let parameters: [Parameter<Self>] = [
    .exampleCount(\.count), .noise(\.noise), .seed(\.seed),
  ]

  /// m from 2 to 1e7: examples for training, and as many each for validation and the test.
  public var count = 200
  /// σ from 0 to 1e100: standard deviation of the normal noise.
  public var noise = 0.3
  /// Seed of the examples drawn, ≥ 0.
  public var seed = 1

  public init() {}

  public func parts() -> DataParts {
    GeneratedData(count: count, seed: seed).classes(["same", "different"]) { example, random in
      // The corners in turn, where each second one has signs that differ.
      let x: Double = example % 4 < 2 ? 1 : -1
      let y: Double = example % 2 == 0 ? x : -x
      return ([x + noise * random.normal(), y + noise * random.normal()], example % 2)
    }
  }
}
