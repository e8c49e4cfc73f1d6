import LinearAlgebra
import Specifications

/// A slope, a shelf that is almost level, and a second slope down to the minimum:
/// x⁴/4 + 4x³/3 + (4 + δ)x²/2 + y²/2 with δ = 1/100.
///
/// The derivative along x is x ((x + 2)² + δ), so that the shelf at x = −2 still descends, with a
/// slope of 1/50: plain gradient descent crawls over it, momentum carries, and methods that divide
/// by the size of recent gradients hardly notice.
public struct Plateau: PlaneFunction {
  public static let card = FunctionCard(
    name: "plateau", title: "Plateau",
    formula: "x^4/4 + 4 x^3/3 + 4.01 x^2/2 + y^2/2",
    tags: [.unimodal, .plateau, .separable, .smooth], source: "elementary")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-4...1.5, -2...2] }
  public var start: Vector { [-3.6, 1.5] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    x * x * (0.25 * x * x + S(4.0 / 3) * x + 2.005) + 0.5 * y * y
  }
}
