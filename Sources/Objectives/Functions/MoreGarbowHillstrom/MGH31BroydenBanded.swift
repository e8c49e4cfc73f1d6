import LinearAlgebra
import Specifications

/// Broyden's banded system: rᵢ = xᵢ (2 + 5xᵢ²) + 1 − Σ xⱼ (1 + xⱼ), the sum over the j ≠ i from
/// i − 5 to i + 1.
///
/// On the cube [−1, 0]ⁿ residual i is below 0 where xᵢ = −1 and above 0 where xᵢ = 0, so that all
/// vanish at a point of it (Poincaré and Miranda) and f* = 0 for every n. Well conditioned, with a
/// lopsided band in the Jacobian.
public struct MGH31BroydenBanded: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-31", title: "Broyden banded (MGH 31)",
    formula: "sum_i (x_i (2 + 5 x_i^2) + 1 - sum_j x_j (1 + x_j))^2, "
      + "j = max(1, i-5) ... min(n, i+1), j != i",
    dimensionRule: "1 or more", tags: [.leastSquares, .smooth],
    source: "C. G. Broyden, Mathematics of Computation 25 (1971) 285-294; " + mghSource,
    aliases: ["broyden-banded": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .startFactor,
  ]

  static let solutions: [Int: Vector] = [
    5: [
      -0.4283028646427008, -0.4765965315010954, -0.5196377221007545, -0.5588619565270253,
      -0.5588619565270253,
    ],
    10: [
      -0.4283028635872503, -0.47659642435629024, -0.5196524636468617, -0.5580993248321809,
      -0.5925061568294574, -0.624503682199468, -0.6232394714405911, -0.6213938417965735,
      -0.6204535966590874, -0.5864692707204351,
    ],
  ]

  public internal(set) var dimension = 5
  public internal(set) var startFactor = 1.0

  public init() {}

  public var residualCount: Int { dimension }
  public var standardStart: Vector { Vector(repeating: -1, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { Self.solutions[dimension].map { [$0] } ?? [] }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in 0..<x.count {
      var sum = x[i] * (2 + 5 * x[i] * x[i]) + 1
      for j in max(0, i - 5)...min(x.count - 1, i + 1) where j != i { sum -= x[j] * (1 + x[j]) }
      residuals[i] = sum
    }
  }

  /// Variable j occurs in the residuals j − 1 to j + 5.
  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for j in 0..<x.count {
      var sum: S = 0
      for i in max(0, j - 1)...min(x.count - 1, j + 5) where i != j { sum += v[i] }
      gradient[j] += (2 + 15 * x[j] * x[j]) * v[j] - (1 + 2 * x[j]) * sum
    }
  }
}
