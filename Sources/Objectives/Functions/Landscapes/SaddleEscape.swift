import LinearAlgebra
import Specifications

/// A strict saddle at 0 between two minima: x²/2 − y²/2 + y⁴/4.
///
/// Gradient descent started near the ridge y = 0 first nears the saddle, and leaves it at a rate
/// that grows with |y|.
public struct SaddleEscape: PlaneFunction {
  public static let card = FunctionCard(
    name: "saddle-escape", title: "Saddle with escape",
    formula: "x^2/2 - y^2/2 + y^4/4",
    tags: [.saddle, .multimodal, .separable, .smooth],
    source: "elementary; minima at (0, 1) and (0, -1)")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-2...2, -2...2] }
  public var start: Vector { [1.5, 0.001] }
  public var minimum: Double? { -0.25 }
  public var minimizers: [Vector] { [[0, 1], [0, -1]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0, 0], .saddle)
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let square = y * y
    return 0.5 * (x * x - square) + 0.25 * square * square
  }
}
