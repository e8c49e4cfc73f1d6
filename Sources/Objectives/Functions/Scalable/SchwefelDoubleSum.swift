import LinearAlgebra
import Specifications

/// Schwefel's problem 1.2, the double sum Σᵢ (Σ_{j≤i} xⱼ)²: a quadratic whose Hessian is full.
///
/// Each coordinate is coupled with all others, and the condition grows like n². Methods that work
/// coordinate by coordinate, or scale each by itself, lose here what they gain on `sum-squares`.
public struct SchwefelDoubleSum: FormulaFunction {
  public static let card = FunctionCard(
    name: "schwefel-1-2", title: "Schwefel 1.2 (double sum)",
    formula: "sum_i (sum_{j<=i} x_j)^2", dimensionRule: "1 or more",
    tags: [.convex, .unimodal, .smooth],
    source: "H.-P. Schwefel, Numerical Optimization of Computer Models, Wiley 1981, problem 1.2")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -100...100, count: dimension) }
  public var start: Vector { .alternating(80, -50, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var partial: S = 0
    var sum: S = 0
    for i in 0..<x.count {
      partial += x[i]
      sum += partial * partial
    }
    return sum
  }

  /// A coordinate takes part in its own partial sum and all later ones.
  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var partial: S = 0
    var sum: S = 0
    for i in 0..<x.count {
      partial += x[i]
      sum += partial * partial
      gradient[i] = 2 * partial
    }
    var later: S = 0
    for i in (0..<x.count).reversed() {
      later += gradient[i]
      gradient[i] = later
    }
    return sum
  }
}
