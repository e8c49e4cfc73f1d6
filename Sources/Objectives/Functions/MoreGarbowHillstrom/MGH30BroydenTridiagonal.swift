import LinearAlgebra
import Specifications

/// Broyden's tridiagonal system: rᵢ = (3 − 2xᵢ) xᵢ − xᵢ₋₁ − 2xᵢ₊₁ + 1 with x₀ = x_{n+1} = 0.
///
/// On the cube [−1, 0]ⁿ residual i is below 0 where xᵢ = −1 and above 0 where xᵢ = 0, so that all
/// vanish at a point of it (Poincaré and Miranda) and f* = 0 for every n. Well conditioned: a test
/// of work per step and of sparse Jacobians.
public struct MGH30BroydenTridiagonal: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-30", title: "Broyden tridiagonal (MGH 30)",
    formula: "sum_i ((3 - 2 x_i) x_i - x_{i-1} - 2 x_{i+1} + 1)^2, x_0 = x_{n+1} = 0",
    dimensionRule: "1 or more", tags: [.leastSquares, .smooth],
    source: "C. G. Broyden, Mathematics of Computation 19 (1965) 577-593; " + mghSource,
    aliases: ["broyden-tridiagonal": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .startFactor,
  ]

  static let solutions: [Int: Vector] = [
    5: [
      -0.5648283986150789, -0.666273717804693, -0.6609170444367877, -0.5950500473798939,
      -0.41620110773826097,
    ],
    10: [
      -0.5707221320112248, -0.681806949984275, -0.7022100760176601, -0.7055106298950804,
      -0.7049061557287437, -0.7014966070298512, -0.6918893223547983, -0.6657965144058537,
      -0.5960351090263657, -0.4164122575286934,
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
      var sum = (3 - 2 * x[i]) * x[i] + 1
      if i > 0 { sum -= x[i - 1] }
      if i + 1 < x.count { sum -= 2 * x[i + 1] }
      residuals[i] = sum
    }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for i in 0..<x.count {
      var sum = (3 - 4 * x[i]) * v[i]
      if i > 0 { sum -= 2 * v[i - 1] }
      if i + 1 < x.count { sum -= v[i + 1] }
      gradient[i] += sum
    }
  }
}
