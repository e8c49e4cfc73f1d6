import LinearAlgebra
import Specifications

/// A linear least-squares problem of full rank: rᵢ = xᵢ − (2/m) Σ xⱼ − 1 for i ≤ n, and
/// −(2/m) Σ xⱼ − 1 for n < i ≤ m.
///
/// The columns of the Jacobian are orthonormal, f = ‖x + 1‖² + m − n: a round bowl, over which a
/// Newton or Gauss–Newton method must need one step.
public struct MGH32LinearFullRank: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-32", title: "Linear, full rank (MGH 32)",
    formula: "sum_{i<=n} (x_i - s - 1)^2 + (m - n) (s + 1)^2, s = 2/m sum_j x_j",
    dimensionRule: "1 or more",
    tags: [.leastSquares, .convex, .unimodal, .separable, .smooth],
    source: mghSource, aliases: ["linear-full-rank": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .integer(
      "m", \.givenCount, in: 0...largestDimension,
      "number of residuals, n or more; 0 for twice n"),
    .startFactor,
  ]

  public internal(set) var dimension = 5
  /// m where it is given, else 0.
  public internal(set) var givenCount = 0
  /// m.
  public var residualCount: Int { givenCount == 0 ? 2 * dimension : givenCount }
  public internal(set) var startFactor = 1.0

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    try requireResidualForEachVariable()
  }

  public var standardStart: Vector { Vector(repeating: 1, count: dimension) }
  public var minimum: Double? { Double(residualCount - dimension) }
  public var minimizers: [Vector] { [Vector(repeating: -1, count: dimension)] }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    var sum: S = 0
    for j in 0..<x.count { sum += x[j] }
    let shared = S(-2 / Double(residualCount)) * sum - 1
    for i in 0..<x.count { residuals[i] = x[i] + shared }
    for i in x.count..<residualCount { residuals[i] = shared }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    var sum: S = 0
    for i in 0..<residualCount { sum += v[i] }
    let shared = S(-2 / Double(residualCount)) * sum
    for j in 0..<x.count { gradient[j] += v[j] + shared }
  }
}
