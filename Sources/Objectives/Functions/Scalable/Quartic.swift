import LinearAlgebra
import Specifications

/// The quartic bowl Σ i xᵢ⁴, whose curvature vanishes at its minimum.
///
/// Newton's method converges only linearly here, by a factor 2/3 a step, and a gradient method
/// slows down without end: the slope fades with the cube of the distance.
public struct Quartic: FormulaFunction {
  public static let card = FunctionCard(
    name: "quartic", title: "Quartic", formula: "sum_i i x_i^4", dimensionRule: "1 or more",
    tags: [.convex, .unimodal, .separable, .smooth, .singular],
    source: "K. A. De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems, "
      + "thesis, University of Michigan 1975, F4 without its noise")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -1.28...1.28, count: dimension) }
  public var start: Vector { .alternating(1.1, -0.8, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let square = x[i] * x[i]
      sum += S(Double(i + 1)) * square * square
    }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let square = x[i] * x[i]
      let weighted = S(Double(i + 1)) * square
      sum += weighted * square
      gradient[i] = 4 * weighted * x[i]
    }
    return sum
  }
}
