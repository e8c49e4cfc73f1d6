import LinearAlgebra
import Specifications

/// Powell's singular function over groups of four, a + 10b, √5 (c − d), (b − 2c)² and
/// √10 (a − d)² squared and summed.
///
/// At the minimum half of the curvatures vanish, and so does the rank of the Jacobian: Newton's and
/// the Gauss–Newton method converge only linearly, and the answer is known to few digits.
public struct PowellSingular: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "powell-singular", title: "Powell singular",
    formula: "sum over groups (a, b, c, d) of (a + 10 b)^2 + 5 (c - d)^2 + (b - 2 c)^4 "
      + "+ 10 (a - d)^4",
    dimensionRule: "a multiple of 4",
    tags: [.convex, .unimodal, .smooth, .leastSquares, .singular],
    source: "M. J. D. Powell, An iterative method for finding stationary values of a function of "
      + "several variables, The Computer Journal 5 (1962) 147-151; in n variables E. Spedicato, "
      + "Report CISE-N-175, 1975; " + mghSource,
    aliases: ["mgh-13": [:], "mgh-22": ["n": "8"], "extended-powell-singular": ["n": "8"]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 4...largestDimension, "number of variables, a multiple of 4"),
    .startFactor,
  ]

  public internal(set) var dimension = 4
  public internal(set) var startFactor = 1.0
  public var residualCount: Int { dimension }

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard dimension.isMultiple(of: 4) else {
      throw SpecificationError(
        "powell-singular: n=\(dimension) is no multiple of 4; expected 4, 8, 12, ...")
    }
  }

  public var domain: [ClosedRange<Double>] {
    stretched(Array(repeating: -4...5, count: dimension))
  }
  public var standardStart: Vector { (0..<dimension).map { [3, -1, 0, 1][$0 % 4] } }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in stride(from: 0, to: x.count, by: 4) {
      let (middle, ends) = (x[i + 1] - 2 * x[i + 2], x[i] - x[i + 3])
      residuals[i] = x[i] + 10 * x[i + 1]
      residuals[i + 1] = S(5.0.squareRoot()) * (x[i + 2] - x[i + 3])
      residuals[i + 2] = middle * middle
      residuals[i + 3] = S(10.0.squareRoot()) * ends * ends
    }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for i in stride(from: 0, to: x.count, by: 4) {
      let difference = S(5.0.squareRoot()) * v[i + 1]
      let middle = 2 * (x[i + 1] - 2 * x[i + 2]) * v[i + 2]
      let ends = S(2 * 10.0.squareRoot()) * (x[i] - x[i + 3]) * v[i + 3]
      gradient[i] += v[i] + ends
      gradient[i + 1] += 10 * v[i] + middle
      gradient[i + 2] += difference - 2 * middle
      gradient[i + 3] -= difference + ends
    }
  }
}
