import LinearAlgebra
import Specifications

/// Rosenbrock's function over independent pairs:
/// Σ 100 (x_{2i} − x_{2i−1}²)² + (1 − x_{2i−1})², n even.
///
/// From the usual start all pairs move alike, so that the number of steps of a method hardly
/// depends on n. A sum of squares like `rosenbrock`, and like there value and gradient are written
/// out beside the residuals.
public struct RosenbrockExtended: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "rosenbrock-extended", title: "Extended Rosenbrock",
    formula: "sum_{i<=n/2} 100 (x_{2i} - x_{2i-1}^2)^2 + (1 - x_{2i-1})^2",
    dimensionRule: "even, 2 or more",
    tags: [.leastSquares, .unimodal, .valley, .illConditioned, .smooth],
    source: "E. Spedicato, Computational experience with quasi-Newton algorithms for minimization "
      + "problems of moderately large size, Report CISE-N-175, 1975; " + mghSource,
    aliases: ["mgh-21": ["n": "4"], "extended-rosenbrock": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...largestDimension, "number of variables, even"),
    .startFactor,
  ]

  public internal(set) var dimension = 2
  public internal(set) var startFactor = 1.0

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard dimension.isMultiple(of: 2) else {
      throw SpecificationError(
        "rosenbrock-extended: n=\(dimension) is odd; expected an even number (or use rosenbrock)")
    }
  }

  public var domain: [ClosedRange<Double>] {
    stretched(dimension == 2 ? [-2...2, -1...3] : Array(repeating: -5...10, count: dimension))
  }
  public var residualCount: Int { dimension }
  public var standardStart: Vector { .alternating(-1.2, 1, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [Vector(repeating: 1, count: dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in stride(from: 0, to: x.count, by: 2) {
      let bend = x[i + 1] - x[i] * x[i]
      let slope = 1 - x[i]
      sum += 100 * bend * bend + slope * slope
    }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in stride(from: 0, to: x.count, by: 2) {
      let bend = x[i + 1] - x[i] * x[i]
      let slope = 1 - x[i]
      sum += 100 * bend * bend + slope * slope
      gradient[i] = -400 * bend * x[i] - 2 * slope
      gradient[i + 1] = 200 * bend
    }
    return sum
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in stride(from: 0, to: x.count, by: 2) {
      residuals[i] = 10 * (x[i + 1] - x[i] * x[i])
      residuals[i + 1] = 1 - x[i]
    }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for i in stride(from: 0, to: x.count, by: 2) {
      gradient[i] -= 20 * x[i] * v[i] + v[i + 1]
      gradient[i + 1] += 10 * v[i]
    }
  }
}
