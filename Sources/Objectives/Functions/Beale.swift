import LinearAlgebra
import Specifications

/// Beale's function: a flat, bent valley between steep corners.
///
/// Σ (cₖ − x (1 − yᵏ))² with c = (1.5, 2.25, 2.625).
public struct Beale: PlaneFunction {
  public static let card = FunctionCard(
    name: "beale", title: "Beale",
    formula: "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
    tags: ["valley", "smooth"],
    source: "E. M. L. Beale, On an iterative method for finding a local minimum of a function "
      + "of more than one variable, Princeton 1958")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-4.5...4.5, -4.5...4.5] }
  public var start: Vector { [1, 1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[3, 0.5]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0, 1], .saddle)
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let first = 1.5 - x + x * y
    let square = y * y
    let second = 2.25 - x + x * square
    let third = 2.625 - x + x * (square * y)
    return first * first + second * second + third * third
  }
}
