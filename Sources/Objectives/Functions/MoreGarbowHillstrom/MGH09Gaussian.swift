import LinearAlgebra
import RealModule
import Specifications

/// The fit of a bell curve to fifteen values of the normal density:
/// rᵢ = x₁ exp(−x₂ (tᵢ − x₃)²/2) − yᵢ, tᵢ = (8 − i)/2.
///
/// The residuals at the minimizer are the rounding of the data to four digits, so f* is only
/// 1.1·10⁻⁸, and the start is already close.
public struct MGH09Gaussian: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-9", title: "Gaussian (MGH 9)",
    formula: "sum_{i<=15} (x1 exp(-x2 (t_i - x3)^2 / 2) - y_i)^2, t_i = (8 - i)/2",
    dimensionRule: "3", tags: [.leastSquares, .smooth],
    source: mghSource,
    aliases: ["gaussian": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  @usableFromInline static let observed = [
    0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295,
    0.0540, 0.0175, 0.0044, 0.0009,
  ]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 3 }
  public var residualCount: Int { 15 }
  public var standardStart: Vector { [0.4, 1, 0] }
  public var minimum: Double? { 1.127932769618648e-08 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] { [[0.39895613783875666, 1.0000190844878056, 0]] }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let offset = S(Double(7 - i) / 2) - x[2]
    return x[0] * S.exp(-0.5 * x[1] * offset * offset) - S(Self.observed[i])
  }
}
