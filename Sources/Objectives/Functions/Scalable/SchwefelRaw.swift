import LinearAlgebra
import RealModule
import Specifications

/// Schwefel's function −Σ xᵢ sin √|xᵢ|, without the usual constant.
///
/// The deepest valley lies near the corner of the domain, far from the second best, and the slopes
/// lead astray: a local method ends wherever it began. At xᵢ = 0 the gradient is continuous but the
/// curvature is infinite; it counts as 0 there.
///
/// The minimum is over the domain, where it is that of a function of one variable n times: further
/// out the valleys go on deepening like |xᵢ|, and f is unbounded below.
public struct SchwefelRaw: FormulaFunction {
  public static let card = FunctionCard(
    name: "schwefel-raw", title: "Schwefel (no constant)",
    formula: "-sum_i x_i sin(sqrt(|x_i|))", dimensionRule: "1 or more",
    tags: [.multimodal, .separable, .differentiable, .domainMinimum, .unbounded],
    kinkRule: "Where x_i = 0 the curvature, which is infinite, is taken as 0.",
    source: "H.-P. Schwefel, Numerical Optimization of Computer Models, Wiley 1981, problem 2.26")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  /// The coordinate of the minimizer.
  static let deepest = 420.96874635998205

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -500...500, count: dimension) }
  public var start: Vector { .alternating(100, -350, count: dimension) }
  public var minimum: Double? { -418.98288727243371 * Double(dimension) }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] { [Vector(repeating: Self.deepest, count: dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count { sum += x[i] * .sin(.cuspRoot(.abs(x[i]))) }
    return -sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let (sine, slope) = Self.wave(x[i])
      sum += x[i] * sine
      gradient[i] = -slope
    }
    return -sum
  }

  /// sin √|x|, and the derivative sin √|x| + ½ √|x| cos √|x| of x sin √|x|.
  @inlinable
  static func wave<S: Scalar>(_ x: S) -> (sine: S, slope: S) {
    let root = S.cuspRoot(.abs(x))
    let sine = S.sin(root)
    return (sine, sine + 0.5 * root * .cos(root))
  }
}
