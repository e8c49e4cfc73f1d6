import LinearAlgebra
import Specifications

/// n/4 independent copies of Powell's singular function, over (x₁, …, x₄), (x₅, …, x₈), …
///
/// The residuals of a group (a, b, c, d) are a + 10b, √5 (c − d), (b − 2c)² and √10 (a − d)².
/// Convex; the Hessian at the minimizer 0 has rank n/2, and Newton's method is only linear there.
public struct MGH22ExtendedPowellSingular: MGHProblem {
  public static let card = FunctionCard(
    name: "mgh-22", title: "Extended Powell singular (MGH 22)",
    formula: "sum over fours of (a + 10 b)^2 + 5 (c - d)^2 + (b - 2 c)^4 + 10 (a - d)^4",
    dimensionRule: "4 or more, a multiple of 4",
    tags: ["least-squares", "convex", "unimodal", "singular", "smooth"],
    source: "E. Spedicato, Computational experience with quasi-Newton algorithms for minimization "
      + "problems of moderately large size, Report CISE-N-175, 1975; " + mghSource,
    aliases: ["extended-powell-singular": ""])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 4...largestDimension, "number of variables, a multiple of 4"),
    .startFactor,
  ]

  public var dimension = 8
  public var startFactor = 1.0

  public init() {}

  public mutating func settle() throws(SpecificationError) {
    guard dimension.isMultiple(of: 4) else {
      throw SpecificationError(
        "mgh-22: n=\(dimension) is not a multiple of 4; expected 4, 8, 12, ...")
    }
  }

  public var residualCount: Int { dimension }
  public var standardStart: Vector { (0..<dimension).map { [3, -1, 0, 1][$0 % 4] } }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in stride(from: 0, to: x.count, by: 4) {
      let inner = x[i + 1] - 2 * x[i + 2]
      let outer = x[i] - x[i + 3]
      residuals[i] = x[i] + 10 * x[i + 1]
      residuals[i + 1] = S(5.0.squareRoot()) * (x[i + 2] - x[i + 3])
      residuals[i + 2] = inner * inner
      residuals[i + 3] = S(10.0.squareRoot()) * outer * outer
    }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for i in stride(from: 0, to: x.count, by: 4) {
      let middle = S(5.0.squareRoot()) * v[i + 1]
      let inner = 2 * (x[i + 1] - 2 * x[i + 2]) * v[i + 2]
      let outer = S(2 * 10.0.squareRoot()) * (x[i] - x[i + 3]) * v[i + 3]
      gradient[i] += v[i] + outer
      gradient[i + 1] += 10 * v[i] + inner
      gradient[i + 2] += middle - 2 * inner
      gradient[i + 3] -= middle + outer
    }
  }
}
