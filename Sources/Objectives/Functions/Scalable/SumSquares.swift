import LinearAlgebra
import Specifications

/// The weighted bowl Σ i xᵢ², of condition n.
///
/// Also called the axis-parallel hyper-ellipsoid. The condition grows only with the number of
/// variables, so that it shows how a method takes to size rather than to elongation.
public struct SumSquares: FormulaFunction {
  public static let card = FunctionCard(
    name: "sum-squares", title: "Sum squares", formula: "sum_i i x_i^2",
    dimensionRule: "1 or more", tags: [.convex, .unimodal, .separable, .smooth],
    source: "elementary; in M. Molga and C. Smutnicki, Test functions for optimization needs, "
      + "2005, and Surjanovic and Bingham")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -10...10, count: dimension) }
  public var start: Vector { .alternating(8, -5, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count { sum += S(Double(i + 1)) * x[i] * x[i] }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let weighted = S(Double(i + 1)) * x[i]
      sum += weighted * x[i]
      gradient[i] = 2 * weighted
    }
    return sum
  }
}
