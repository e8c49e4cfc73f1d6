import LinearAlgebra
import RealModule
import Specifications

/// The Dixon–Price function (x₁ − 1)² + Σ_{i>1} i (2xᵢ² − xᵢ₋₁)²: a curved valley along a chain.
///
/// At the minima, xᵢ = 2^(−1 + 2^(1−i)), and the last coordinate may have either sign. At
/// (1/3, 0, …, 0) with the value 2/3 many runs come to rest, though it is a minimum for no n: on
/// the curve x₁ = (1 + 4x₂²)/3, xᵢ₋₁ = 2xᵢ² for i > 2 f is ⅔ (1 − 2x₂²)², less than ⅔ beside it.
/// For n = 2 it is a saddle of the usual kind, for more variables a degenerate one, with no
/// negative curvature and none at all along xₙ.
public struct DixonPrice: LeastSquaresFunction {
  public static let card = FunctionCard(
    name: "dixon-price", title: "Dixon-Price",
    formula: "(x_1 - 1)^2 + sum_{i>1} i (2 x_i^2 - x_{i-1})^2", dimensionRule: "2 or more",
    tags: [.valley, .multimodal, .smooth, .leastSquares],
    source: "L. C. W. Dixon and R. C. Price, The truncated Newton method for sparse "
      + "unconstrained optimisation using automatic differentiation, Journal of Optimization "
      + "Theory and Applications 60 (1989)",
    knownErrors: ["One minimizer is printed; there are two, for the last sign is free."])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2
  public var residualCount: Int { dimension }

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -10...10, count: dimension) }
  public var start: Vector { .alternating(-6, 4, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] {
    let positive = (0..<dimension).map { Double.exp2(Double.exp2(-Double($0)) - 1) }
    return [positive, positive.dropLast() + positive.suffix(1).map { -$0 }]
  }
  public var criticalPoints: [CriticalPoint] {
    let rest = [1.0 / 3] + Vector.zeros(dimension - 1)
    return [CriticalPoint(rest, dimension == 2 ? .saddle : .degenerate)]
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    residuals[0] = x[0] - 1
    for i in 1..<x.count { residuals[i] = weight(i) * (2 * x[i] * x[i] - x[i - 1]) }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    gradient[0] += v[0]
    for i in 1..<x.count {
      let weighted = weight(i) * v[i]
      gradient[i - 1] -= weighted
      gradient[i] += 4 * x[i] * weighted
    }
  }

  /// √i.
  @inlinable
  func weight<S: Scalar>(_ i: Int) -> S {
    S(Double(i + 1).squareRoot())
  }
}
