import LinearAlgebra
import RealModule
import Specifications

/// Spedicato's trigonometric function: rᵢ = n − Σ cos xⱼ + i (1 − cos xᵢ) − sin xᵢ.
///
/// Periodic in every variable. The residuals vanish at 0 for every n, and for n ≥ 1 at further
/// points within a unit of it; local minima of small value lie among them, and for n = 10 the
/// standard start leads many methods into one of 2.795·10⁻⁵.
public struct MGH26Trigonometric: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-26", title: "Trigonometric (MGH 26)",
    formula: "sum_i (n - sum_j cos x_j + i (1 - cos x_i) - sin x_i)^2", dimensionRule: "1 or more",
    tags: [.leastSquares, .multimodal, .smooth],
    source: "E. Spedicato, Computational experience with quasi-Newton algorithms for minimization "
      + "problems of moderately large size, Report CISE-N-175, 1975; " + mghSource,
    knownErrors: [
      "0 is often given as the only minimizer up to periods; for n = 2 the residuals vanish near "
        + "(0.2431, 0.6127) too."
    ],
    aliases: ["trigonometric": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .startFactor,
  ]

  public internal(set) var dimension = 5
  public internal(set) var startFactor = 1.0

  public init() {}

  public var residualCount: Int { dimension }
  public var standardStart: Vector { Vector(repeating: 1 / Double(dimension), count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }
  public var criticalPoints: [CriticalPoint] {
    guard dimension == 10 else { return [] }
    let local = [
      0.05515090398069129, 0.05684061679473856, 0.058764001762695084, 0.06099060865676081,
      0.06362621369585451, 0.06684317945275879, 0.20816151856988116, 0.16436309588564774,
      0.08500689568850744, 0.09143145071470794,
    ]
    return [CriticalPoint(local, .localMinimum)]
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    var shared: S = 0
    for i in 0..<x.count {
      let versine = 1 - S.cos(x[i])
      shared += versine
      residuals[i] = S(Double(i + 1)) * versine - S.sin(x[i])
    }
    for i in 0..<x.count { residuals[i] += shared }
  }

  /// Jᵀ = diag(i sin xᵢ − cos xᵢ) + s 1ᵀ with sᵢ = sin xᵢ.
  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    var shared: S = 0
    for i in 0..<x.count { shared += v[i] }
    for i in 0..<x.count {
      let weight = shared + S(Double(i + 1)) * v[i]
      gradient[i] += weight * S.sin(x[i]) - v[i] * S.cos(x[i])
    }
  }
}
