import LinearAlgebra
import Specifications

/// A linear least-squares problem of rank one: rᵢ = i s − 1 with s = Σ j xⱼ, i = 1 … m.
///
/// f depends on s alone and is least for s = 3/(2m + 1): f* = m (m − 1)/(2 (2m + 1)) on a whole
/// hyperplane. The Hessian has one eigenvalue that is not 0, and that one is huge.
public struct MGH33LinearRank1: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-33", title: "Linear, rank 1 (MGH 33)",
    formula: "sum_{i<=m} (i s - 1)^2, s = sum_j j x_j", dimensionRule: "1 or more",
    tags: [.leastSquares, .convex, .unimodal, .singular, .smooth],
    source: mghSource, aliases: ["linear-rank-1": [:]])
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
  public var minimum: Double? {
    let m = Double(residualCount)
    return m * (m - 1) / (2 * (2 * m + 1))
  }
  /// The point of the hyperplane next to the origin.
  public var minimizers: [Vector] {
    let n = Double(dimension)
    let squares = n * (n + 1) * (2 * n + 1) / 6
    let s = 3 / Double(2 * residualCount + 1)
    return [(0..<dimension).map { s * Double($0 + 1) / squares }]
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    var sum: S = 0
    for j in 0..<x.count { sum += S(Double(j + 1)) * x[j] }
    for i in 0..<residualCount { residuals[i] = S(Double(i + 1)) * sum - 1 }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    var sum: S = 0
    for i in 0..<residualCount { sum += S(Double(i + 1)) * v[i] }
    for j in 0..<x.count { gradient[j] += S(Double(j + 1)) * sum }
  }
}
