import LinearAlgebra
import Specifications

/// The boundary value problem u″ = (u + t + 1)³/2, u(0) = u(1) = 0, by finite differences:
/// rᵢ = 2xᵢ − xᵢ₋₁ − xᵢ₊₁ + h² (xᵢ + tᵢ + 1)³/2 with h = 1/(n+1), tᵢ = ih, x₀ = x_{n+1} = 0.
///
/// The solution of the differential equation is 2/(2 − t) − t − 1. The residuals are the gradient
/// of a strictly convex function, so that for every n they vanish at one point and f* = 0.
/// Tridiagonal Jacobian; the condition grows like n⁴ for f.
public struct MGH28DiscreteBoundaryValue: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-28", title: "Discrete boundary value (MGH 28)",
    formula: "sum_i (2 x_i - x_{i-1} - x_{i+1} + h^2 (x_i + t_i + 1)^3 / 2)^2, "
      + "h = 1/(n+1), t_i = i h, x_0 = x_{n+1} = 0",
    dimensionRule: "1 or more", tags: [.leastSquares, .illConditioned, .smooth],
    source: "J. J. Moré and M. Y. Cosnard, ACM TOMS 5 (1979) 64-85; " + mghSource,
    aliases: ["discrete-boundary-value": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .startFactor,
  ]

  /// By n; those of the discrete integral equation too.
  static let solutions: [Int: Vector] = [
    5: [
      -0.07502212929232048, -0.13197621035219065, -0.1648487719093373, -0.16466468021580072,
      -0.11741765168419362,
    ],
    10: [
      -0.04316498251876487, -0.08157715653538689, -0.11448571438052929, -0.14097357686259668,
      -0.1599086961819831, -0.16987720231277492, -0.16908998378120835, -0.15524953522183182,
      -0.125355891678935, -0.07541653368589209,
    ],
  ]

  public internal(set) var dimension = 5
  public internal(set) var startFactor = 1.0

  public init() {}

  public var residualCount: Int { dimension }
  public var standardStart: Vector {
    (0..<dimension).map {
      let t = Double($0 + 1) / Double(dimension + 1)
      return t * (t - 1)
    }
  }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { Self.solutions[dimension].map { [$0] } ?? [] }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let h = 1 / Double(x.count + 1)
    let weight = S(h * h / 2)
    for i in 0..<x.count {
      let base = x[i] + S(Double(i + 1) * h + 1)
      var difference = 2 * x[i]
      if i > 0 { difference -= x[i - 1] }
      if i + 1 < x.count { difference -= x[i + 1] }
      residuals[i] = difference + weight * base * base * base
    }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    let h = 1 / Double(x.count + 1)
    let weight = S(1.5 * h * h)
    for i in 0..<x.count {
      let base = x[i] + S(Double(i + 1) * h + 1)
      var sum = (2 + weight * base * base) * v[i]
      if i > 0 { sum -= v[i - 1] }
      if i + 1 < x.count { sum -= v[i + 1] }
      gradient[i] += sum
    }
  }
}
