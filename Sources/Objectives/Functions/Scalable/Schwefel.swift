import LinearAlgebra
import RealModule
import Specifications

/// Schwefel's function 418.9829 n − Σ xᵢ sin √|xᵢ|, with the constant as it is usually printed.
///
/// The landscape is that of `schwefel-raw`, and so the minimum is that over the domain. The
/// constant is meant to make the minimum 0, but is rounded, so that 1.27·10⁻⁵ n remains. It is
/// added coordinate by coordinate, which keeps the digits of small sums.
public struct Schwefel: FormulaFunction {
  public static let card = FunctionCard(
    name: "schwefel", title: "Schwefel",
    formula: "418.9829 n - sum_i x_i sin(sqrt(|x_i|))", dimensionRule: "1 or more",
    tags: [.multimodal, .separable, .differentiable, .domainMinimum, .unbounded],
    kinkRule: "Where x_i = 0 the curvature, which is infinite, is taken as 0.",
    source: "H.-P. Schwefel, Numerical Optimization of Computer Models, Wiley 1981, problem 2.26",
    knownErrors: [
      "The minimum is printed as 0; with the rounded constant 418.9829 it is 1.2728e-5 n."
    ])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -500...500, count: dimension) }
  public var start: Vector { .alternating(100, -350, count: dimension) }
  public var minimum: Double? { 1.2727566293725214e-5 * Double(dimension) }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] {
    [Vector(repeating: SchwefelRaw.deepest, count: dimension)]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count { sum += 418.9829 - x[i] * .sin(.cuspRoot(.abs(x[i]))) }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let (sine, slope) = SchwefelRaw.wave(x[i])
      sum += 418.9829 - x[i] * sine
      gradient[i] = -slope
    }
    return sum
  }
}
