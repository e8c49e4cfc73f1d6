import LinearAlgebra
import RealModule
import Specifications

/// The bent cigar y₁² + 10⁶ Σ_{i>1} yᵢ², where a positive coordinate is first raised to a power:
/// yᵢ = xᵢ^(1 + ½ (i−1)/(n−1) √xᵢ) for xᵢ > 0, and yᵢ = xᵢ otherwise.
///
/// The narrow floor of `cigar` with slopes that differ on its two sides. At xᵢ = 0 the sides join
/// with one slope and one curvature, but with no third derivative.
public struct BentCigar: FormulaFunction {
  public static let card = FunctionCard(
    name: "bent-cigar", title: "Bent cigar",
    formula: "y_1^2 + 1e6 sum_{i>1} y_i^2, y_i = x_i^(1 + (i-1)/(n-1) sqrt(x_i)/2) for x_i > 0, "
      + "else x_i",
    dimensionRule: "2 or more",
    tags: [.unimodal, .separable, .illConditioned, .differentiable],
    kinkRule: "Where x_i = 0 there is no third derivative; the first two are those of "
      + "the square.",
    source: "N. Hansen, S. Finck, R. Ros and A. Auger, Real-parameter black-box optimization "
      + "benchmarking 2009: noiseless functions definitions, INRIA RR-6829, f12 without rotation",
    knownErrors: ["Some collections call the plain cigar, without the bend, by this name."])
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
    for i in 1..<x.count {
      let y = x[i].real > 0 ? x[i] * stretch(x[i], rate(i)).factor : x[i]
      sum += y * y
    }
    return x[0] * x[0] + 1e6 * sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    gradient[0] = 2 * x[0]
    for i in 1..<x.count {
      if x[i].real > 0 {
        let (factor, slope) = stretch(x[i], rate(i))
        let y = x[i] * factor
        sum += y * y
        gradient[i] = 2e6 * y * factor * slope
      } else {
        sum += x[i] * x[i]
        gradient[i] = 2e6 * x[i]
      }
    }
    return x[0] * x[0] + 1e6 * sum
  }

  /// ½ (i−1)/(n−1), by which the exponent grows with √xᵢ.
  @inlinable
  func rate(_ i: Int) -> Double {
    0.5 * Double(i) / Double(dimension - 1)
  }

  /// t = y / x = x^(rate √x) for x > 0, and (dy/dx) / t = 1 + rate √x (1 + ½ log x).
  @inlinable
  func stretch<S: Scalar>(_ x: S, _ rate: Double) -> (factor: S, slope: S) {
    let bend = S(rate) * .sqrt(x)
    let logarithm = S.log(x)
    return (.exp(bend * logarithm), 1 + bend * (1 + 0.5 * logarithm))
  }
}
