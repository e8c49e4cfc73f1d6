import LinearAlgebra
import Specifications

/// The sphere Σ xᵢ²: the easiest bowl, round and without coupling.
///
/// Every sound method solves it, so that it shows costs and rates rather than skill: steepest
/// descent with an exact line search and Newton's method need one step.
public struct Sphere: FormulaFunction {
  public static let card = FunctionCard(
    name: "sphere", title: "Sphere", formula: "sum_i x_i^2", dimensionRule: "1 or more",
    tags: [.convex, .unimodal, .separable, .smooth],
    source: "K. A. De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems, "
      + "thesis, University of Michigan 1975, F1")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -5.12...5.12, count: dimension) }
  public var start: Vector { .alternating(4, -2.5, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count { sum += x[i] * x[i] }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      sum += x[i] * x[i]
      gradient[i] = 2 * x[i]
    }
    return sum
  }
}
