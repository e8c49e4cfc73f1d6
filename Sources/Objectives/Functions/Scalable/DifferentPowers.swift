import LinearAlgebra
import RealModule
import Specifications

/// The sum of powers Σ |xᵢ|^(2 + 4 (i−1)/(n−1)), from a square to a sixth power.
///
/// Unlike on an ellipsoid the ratio of the sensitivities is not fixed: it grows as a run comes
/// near, so that no one scaling of the coordinates serves to the end.
public struct DifferentPowers: FormulaFunction {
  public static let card = FunctionCard(
    name: "different-powers", title: "Different powers",
    formula: "sum_i |x_i|^(2 + 4 (i-1)/(n-1))", dimensionRule: "2 or more",
    tags: [.convex, .unimodal, .separable, .smooth, .singular],
    kinkRule: "Where x_i = 0 all derivatives of a power of |x_i| above 2 are taken as 0.",
    source: "N. Hansen, S. Finck, R. Ros and A. Auger, Real-parameter black-box optimization "
      + "benchmarking 2009: noiseless functions definitions, INRIA RR-6829, f14 without rotation "
      + "and root")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -5...5, count: dimension) }
  public var start: Vector { .alternating(4, -3, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }
  /// For n = 2 and 3 the exponents are even, and f is a polynomial.
  public var tags: [FunctionTag] {
    Self.card.tags.map { $0 == .smooth && dimension > 3 ? .differentiable : $0 }
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count { sum += x[i] * x[i] * power(x[i], excess(i)) }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let excess = excess(i)
      let factor = power(x[i], excess)
      sum += x[i] * x[i] * factor
      gradient[i] = S(2 + excess) * x[i] * factor
    }
    return sum
  }

  /// By how much the exponent of coordinate i exceeds 2.
  @inlinable
  func excess(_ i: Int) -> Double {
    4 * Double(i) / Double(dimension - 1)
  }

  /// |x|^p for p ≥ 0. At 0, where its slope may be infinite, it only ever multiplies x or x², and
  /// so it counts there as the constant 0.
  @inlinable
  func power<S: Scalar>(_ x: S, _ p: Double) -> S {
    if p == 0 { return 1 }
    return x.real == 0 ? 0 : .pow(.abs(x), S(p))
  }
}
