import LinearAlgebra
import Specifications

/// The weighted bowl Σᵢ Σ_{j≤i} xⱼ² = Σ (n + 1 − i) xᵢ², of condition n.
///
/// In spite of its name it is not rotated: it is `sum-squares` with the coordinates in reverse
/// order, in a wider domain. With the inner sum squared as a whole it becomes `schwefel-1-2`.
public struct RotatedHyperEllipsoid: FormulaFunction {
  public static let card = FunctionCard(
    name: "rotated-hyper-ellipsoid", title: "Rotated hyper-ellipsoid",
    formula: "sum_i sum_{j<=i} x_j^2", dimensionRule: "1 or more",
    tags: [.convex, .unimodal, .separable, .smooth],
    source: "M. Molga and C. Smutnicki, Test functions for optimization needs, 2005; "
      + "Surjanovic and Bingham",
    knownErrors: [
      "The name says rotated, and is also used for schwefel-1-2, but this form is axis-parallel."
    ])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] {
    Array(repeating: -65.536...65.536, count: dimension)
  }
  public var start: Vector { .alternating(50, -30, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count { sum += S(Double(x.count - i)) * x[i] * x[i] }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let weighted = S(Double(x.count - i)) * x[i]
      sum += weighted * x[i]
      gradient[i] = 2 * weighted
    }
    return sum
  }
}
