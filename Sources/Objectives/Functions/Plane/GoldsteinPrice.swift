import LinearAlgebra
import Specifications

/// Four valleys on a scale from 3 to 10⁶. The polynomial of degree eight is a product p(s) q(t) of
/// two quartics in the slanted coordinates s = x + y + 1 and t = 2x − 3y,
/// p = 1 + s² (3s² − 20s + 36) and q = 30 + t² (3t² − 16t + 18).
///
/// Both are positive and have two minima each, which makes four minima, of 3, 30, 84 and 840, four
/// saddles and one hilltop. Gradients span many orders of magnitude: a step size that is stable on
/// the walls crawls on the floor.
public struct GoldsteinPrice: PlaneFunction {
  public static let card = FunctionCard(
    name: "goldstein-price", title: "Goldstein-Price",
    formula: "(1 + (x + y + 1)^2 (19 - 14 x + 3 x^2 - 14 y + 6 x y + 3 y^2)) (30 + (2 x - 3 y)^2 "
      + "(18 - 32 x + 12 x^2 + 48 y - 36 x y + 27 y^2))",
    tags: [.multimodal, .smooth],
    source: "A. A. Goldstein and J. F. Price, On descent from local minima, Mathematics of "
      + "Computation 25 (1971) 569-574")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-2...2, -2...2] }
  public var start: Vector { [-1, 0.5] }
  public var minimum: Double? { 3 }
  public var minimizers: [Vector] { [[0, -1]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([-0.6, -0.4], .localMinimum),
      CriticalPoint([1.8, 0.2], .localMinimum),
      CriticalPoint([1.2, 0.8], .localMinimum),
      CriticalPoint([-0.4, -0.6], .saddle),
      CriticalPoint([1.2, -0.2], .saddle),
      CriticalPoint([1.4, 0.6], .saddle),
      CriticalPoint([0.6, 0.4], .saddle),
      CriticalPoint([0.8, 0.2], .maximum),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let s = x + y + 1
    let t = 2 * x - 3 * y
    let first = 1 + s * s * ((3 * s - 20) * s + 36)
    let second = 30 + t * t * ((3 * t - 16) * t + 18)
    return first * second
  }
}
