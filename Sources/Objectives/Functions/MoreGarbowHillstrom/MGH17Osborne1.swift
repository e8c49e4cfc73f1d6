import LinearAlgebra
import RealModule
import Specifications

/// Osborne's first fit, a constant and two decays to 33 data:
/// rᵢ = yᵢ − (x₁ + x₂ e^{−t x₄} + x₃ e^{−t x₅}), t = 10 (i − 1).
///
/// The two decays have opposite signs and nearly the same rate, so that their coefficients are
/// hardly determined: the curvatures at the minimizer range over nine powers of ten. A negative
/// rate makes e^{320 |x₄|}.
public struct MGH17Osborne1: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-17", title: "Osborne 1 (MGH 17)",
    formula: "sum_{i<=33} (y_i - x1 - x2 exp(-t x4) - x3 exp(-t x5))^2, t = 10 (i - 1)",
    dimensionRule: "5", tags: [.leastSquares, .valley, .illConditioned, .smooth],
    source: "M. R. Osborne, Some aspects of nonlinear least squares calculations, in F. A. Lootsma "
      + "(ed.), Numerical Methods for Nonlinear Optimization, 1972; " + mghSource,
    aliases: ["osborne-1": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  @usableFromInline static let observed = [
    0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685,
    0.658, 0.628, 0.603, 0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448,
    0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406,
  ]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 5 }
  public var residualCount: Int { 33 }
  public var standardStart: Vector { [0.5, 1.5, -1, 0.01, 0.02] }
  public var minimum: Double? { 5.464894697482907e-05 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [
      [
        0.37541005210695205, 1.9358469127123674, -1.464687136613423, 0.012867534640057288,
        0.02212269966167261,
      ]
    ]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let t = S(Double(10 * i))
    let model = x[0] + x[1] * S.exp(-t * x[3]) + x[2] * S.exp(-t * x[4])
    return S(Self.observed[i]) - model
  }
}
