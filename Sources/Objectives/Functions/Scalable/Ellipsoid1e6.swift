import LinearAlgebra
import Specifications

/// The ellipsoid Σ 10^(6 (i−1)/(n−1)) xᵢ²: axes of evenly graded lengths, condition 10⁶.
///
/// Twice the `quadratic` of that condition. A gradient method with one step size for all needs
/// some million steps; one that learns the scale of each coordinate hardly notices.
public struct Ellipsoid1e6: FormulaFunction {
  public static let card = FunctionCard(
    name: "ellipsoid-1e6", title: "Ellipsoid", formula: "sum_i 1e6^((i-1)/(n-1)) x_i^2",
    dimensionRule: "2 or more",
    tags: [.convex, .unimodal, .separable, .illConditioned, .smooth],
    source: "N. Hansen and A. Ostermeier, Completely derandomized self-adaptation in evolution "
      + "strategies, Evolutionary Computation 9 (2001) 159-195")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2 {
    didSet { weights = .geometric(to: 1e6, count: dimension) }
  }
  @usableFromInline var weights = Vector.geometric(to: 1e6, count: 2)

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -5...5, count: dimension) }
  public var start: Vector { .alternating(4, -3, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    let weights = weights.span
    var sum: S = 0
    for i in 0..<x.count { sum += S(weights[i]) * x[i] * x[i] }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let weights = weights.span
    var sum: S = 0
    for i in 0..<x.count {
      let weighted = S(weights[i]) * x[i]
      sum += weighted * x[i]
      gradient[i] = 2 * weighted
    }
    return sum
  }
}
