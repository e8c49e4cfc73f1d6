import LinearAlgebra
import RealModule
import Specifications

/// Meyer's fit of a thermistor's resistance: rᵢ = x₁ exp(x₂/(tᵢ + x₃)) − yᵢ, tᵢ = 45 + 5i.
///
/// The three parameters lie at 0.0056, 6181 and 345 and trade off against each other along a curved
/// valley; curvatures at the minimizer range over sixteen powers of ten. At the start f is 1.7·10⁹,
/// at the end 88. For x₃ = −tᵢ, outside the
/// domain, the exponent has a pole.
public struct MGH10Meyer: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-10", title: "Meyer (MGH 10)",
    formula: "sum_{i<=16} (x1 exp(x2/(t_i + x3)) - y_i)^2, t_i = 45 + 5 i",
    dimensionRule: "3", tags: [.leastSquares, .valley, .illConditioned, .smooth],
    source: "R. R. Meyer, Theoretical and computational aspects of nonlinear regression, in "
      + "J. B. Rosen, O. L. Mangasarian, K. Ritter (eds), Nonlinear Programming, 1970; "
      + mghSource,
    aliases: ["meyer": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  @usableFromInline static let observed: [Double] = [
    34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820,
    3307, 2872,
  ]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 3 }
  public var domain: [ClosedRange<Double>] {
    stretched([-0.005...0.03, 1000...9000, 80...500])
  }
  public var residualCount: Int { 16 }
  public var standardStart: Vector { [0.02, 4000, 250] }
  public var minimum: Double? { 87.94585517085112 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [[0.005609636471028053, 6181.346346286372, 345.2236346241365]]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let temperature = S(Double(50 + 5 * i))
    return x[0] * S.exp(x[1] / (temperature + x[2])) - S(Self.observed[i])
  }
}
