import LinearAlgebra
import Specifications

/// A linear least-squares problem of rank one with columns and rows of zeros:
/// rᵢ = (i − 1) s − 1 with s = Σ j xⱼ over j = 2 … n − 1, for i = 2 … m − 1; r₁ = r_m = −1.
///
/// f depends on s alone, not at all on x₁ and xₙ, and is least for s = 3/(2m − 3):
/// f* = (m² + 3m − 6)/(2 (2m − 3)). Below n = 3 no variable is left.
public struct MGH34LinearRank1Zeros: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-34", title: "Linear, rank 1, zero columns and rows (MGH 34)",
    formula: "2 + sum_{1<i<m} ((i - 1) s - 1)^2, s = sum_{1<j<n} j x_j",
    dimensionRule: "3 or more",
    tags: [.leastSquares, .convex, .unimodal, .singular, .smooth],
    source: mghSource, aliases: ["linear-rank-1-zero-columns-and-rows": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 3...largestDimension, "number of variables"),
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
    return (m * m + 3 * m - 6) / (2 * (2 * m - 3))
  }
  /// The point of the hyperplane next to the origin.
  public var minimizers: [Vector] {
    let n = Double(dimension)
    let squares = (n - 1) * n * (2 * n - 1) / 6 - 1
    let s = 3 / Double(2 * residualCount - 3)
    var point = (0..<dimension).map { s * Double($0 + 1) / squares }
    point[0] = 0
    point[dimension - 1] = 0
    return [point]
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    var sum: S = 0
    for j in 1..<(x.count - 1) { sum += S(Double(j + 1)) * x[j] }
    let last = residualCount - 1
    residuals[0] = -1
    for i in 1..<last { residuals[i] = S(Double(i)) * sum - 1 }
    residuals[last] = -1
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    var sum: S = 0
    for i in 1..<(residualCount - 1) { sum += S(Double(i)) * v[i] }
    for j in 1..<(x.count - 1) { gradient[j] += S(Double(j + 1)) * sum }
  }
}
