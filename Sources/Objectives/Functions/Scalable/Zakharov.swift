import LinearAlgebra
import Specifications

/// Zakharov's function ‖x‖² + s² + s⁴ with s = Σ i xᵢ / 2.
///
/// One minimum and no local ones, but the quartic in the single direction (1, 2, …, n) makes far
/// away a steep trough, along whose floor the remaining slope is faint.
public struct Zakharov: FormulaFunction {
  public static let card = FunctionCard(
    name: "zakharov", title: "Zakharov",
    formula: "sum_i x_i^2 + s^2 + s^4, s = sum_i i x_i / 2", dimensionRule: "1 or more",
    tags: [.convex, .unimodal, .smooth],
    source: "Surjanovic and Bingham; Jamil and Yang 2013")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -5...10, count: dimension) }
  public var start: Vector { .alternating(-2, 6, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    let (squares, s) = sums(x)
    return squares + s * s * (1 + s * s)
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let (squares, s) = sums(x)
    let slope = s * (1 + 2 * s * s)
    for i in 0..<x.count { gradient[i] = 2 * x[i] + S(Double(i + 1)) * slope }
    return squares + s * s * (1 + s * s)
  }

  /// ‖x‖² and Σ i xᵢ / 2.
  @inlinable
  func sums<S: Scalar>(_ x: Span<S>) -> (S, S) {
    var squares: S = 0
    var weighted: S = 0
    for i in 0..<x.count {
      squares += x[i] * x[i]
      weighted += S(Double(i + 1)) * x[i]
    }
    return (squares, 0.5 * weighted)
  }
}
