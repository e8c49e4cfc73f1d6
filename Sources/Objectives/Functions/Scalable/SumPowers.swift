import LinearAlgebra
import RealModule
import Specifications

/// The sum of powers Σ |xᵢ|^(i+1), each coordinate flatter at 0 than the one before.
///
/// Only the first has curvature at the minimum. Once a run is near, the coordinates differ in
/// scale by orders of magnitude that grow without end.
public struct SumPowers: FormulaFunction {
  public static let card = FunctionCard(
    name: "sum-powers", title: "Sum of different powers", formula: "sum_i |x_i|^(i+1)",
    dimensionRule: "1 or more",
    tags: [.convex, .unimodal, .separable, .differentiable, .singular],
    kinkRule: "Where x_i = 0 all derivatives of an odd power of |x_i| are taken as 0.",
    source: "M. Molga and C. Smutnicki, Test functions for optimization needs, 2005; "
      + "Surjanovic and Bingham")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -1...1, count: dimension) }
  public var start: Vector { .alternating(0.9, -0.7, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }
  /// For n = 1 it is a parabola; |x₂|³ has no curvature at the minimum.
  public var tags: [FunctionTag] {
    dimension > 1 ? Self.card.tags : [.convex, .unimodal, .separable, .smooth]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count { sum += x[i] * x[i] * S.pow(.abs(x[i]), i) }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let power = S.pow(.abs(x[i]), i)
      sum += x[i] * x[i] * power
      gradient[i] = S(Double(i + 2)) * x[i] * power
    }
    return sum
  }
}
