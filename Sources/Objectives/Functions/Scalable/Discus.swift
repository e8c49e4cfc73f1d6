import LinearAlgebra
import Specifications

/// The discus 10⁶ x₁² + Σ_{i>1} xᵢ²: one short axis, all others long and equal.
///
/// Also called tablet. A gradient method must take steps small enough for the one stiff coordinate
/// while all the others wait; the converse of `cigar`.
public struct Discus: FormulaFunction {
  public static let card = FunctionCard(
    name: "discus", title: "Discus", formula: "1e6 x_1^2 + sum_{i>1} x_i^2",
    dimensionRule: "2 or more",
    tags: [.convex, .unimodal, .separable, .illConditioned, .smooth],
    source: "N. Hansen and A. Ostermeier, Completely derandomized self-adaptation in evolution "
      + "strategies, Evolutionary Computation 9 (2001) 159-195, there called tablet")
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
    return 1e6 * x[0] * x[0] + sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    gradient[0] = 2e6 * x[0]
    for i in 1..<x.count {
      sum += x[i] * x[i]
      gradient[i] = 2 * x[i]
    }
    return 1e6 * x[0] * x[0] + sum
  }
}
