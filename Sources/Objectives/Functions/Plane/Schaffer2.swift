import LinearAlgebra
import RealModule
import Specifications

/// Hyperbolic waves that fade with the distance: sin² vanishes on the diagonals and on a family of
/// hyperbolas between steep walls. Down each such trough f falls only at the rate of 0.001 r².
///
/// The minimum lies where the diagonals cross. The start is on a wall of that trough, whose
/// curvature is tens of thousands of times that along it.
public struct Schaffer2: PlaneFunction {
  public static let card = FunctionCard(
    name: "schaffer2", title: "Schaffer 2",
    formula: "1/2 + (sin^2(x^2 - y^2) - 1/2) / (1 + 0.001 (x^2 + y^2))^2",
    tags: [.multimodal, .smooth],
    source: "after J. D. Schaffer, in the form of S. K. Mishra, Some new test functions for "
      + "global optimization and performance of repulsive particle swarm method, 2006")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-100...100, -100...100] }
  public var start: Vector { [3, 2.8] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (u, v) = (x * x, y * y)
    let wave = S.sin(u - v)
    let fading = 0.001 * (u + v)
    let whole = (1 + fading) * (1 + fading)
    // 1/2 and -1/2 are taken together, which leaves the digits of small values.
    return (wave * wave + fading + 0.5 * fading * fading) / whole
  }
}
