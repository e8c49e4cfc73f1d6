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

  public var count = 200
  public var noise = 0.3
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
