import LinearAlgebra
import Specifications

/// The cigar x₁² + 10⁶ Σ_{i>1} xᵢ²: one long axis, all others short and equal.
///
/// Two distinct curvatures, so conjugate gradients need two steps, and a quasi-Newton method has
/// one direction to learn, the one in which the slope is faint.
public struct Cigar: FormulaFunction {
  public static let card = FunctionCard(
    name: "cigar", title: "Cigar", formula: "x_1^2 + 1e6 sum_{i>1} x_i^2",
    dimensionRule: "2 or more",
    tags: [.convex, .unimodal, .separable, .illConditioned, .smooth],
    source: "N. Hansen and A. Ostermeier, Completely derandomized self-adaptation in evolution "
      + "strategies, Evolutionary Computation 9 (2001) 159-195")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -5...5, count: dimension) }
  public var start: Vector { .alternating(4, -3, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 1..<x.count { sum += x[i] * x[i] }
    return x[0] * x[0] + 1e6 * sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    gradient[0] = 2 * x[0]
    for i in 1..<x.count {
      sum += x[i] * x[i]
      gradient[i] = 2e6 * x[i]
    }
    return x[0] * x[0] + 1e6 * sum
  }
}
