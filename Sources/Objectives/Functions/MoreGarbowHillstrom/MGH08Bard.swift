import LinearAlgebra
import RealModule
import Specifications

/// Bard's fit of a rational function to fifteen data: rᵢ = yᵢ − (x₁ + u/(v x₂ + w x₃)) with u = i,
/// v = 16 − i, w = min(u, v).
///
/// A mild fit with a trap: as x₂, x₃ → −∞ the model becomes constant and f levels out at 17.4287,
/// where x₁ is the mean of the data. The denominators vanish on planes outside the domain, in which
/// x₂ and x₃ are positive.
public struct MGH08Bard: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-8", title: "Bard (MGH 8)",
    formula: "sum_{i<=15} (y_i - x1 - u/(v x2 + w x3))^2, u = i, v = 16 - i, w = min(u, v)",
    dimensionRule: "3", tags: [.leastSquares, .illConditioned, .smooth],
    source: "Y. Bard, SIAM Journal on Numerical Analysis 7 (1970) 157-186; " + mghSource,
    aliases: ["bard": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  @usableFromInline static let observed = [
    0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39,
  ]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 3 }
  public var domain: [ClosedRange<Double>] { stretched([-1...2, 0.5...3, 0.5...4]) }
  public var residualCount: Int { 15 }
  public var standardStart: Vector { [1, 1, 1] }
  public var minimum: Double? { 0.008214877306578975 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [[0.08241055974978893, 1.1330360920297216, 2.343695178642537]]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let u = Double(i + 1)
    let v = 16 - u
    let denominator = S(v) * x[1] + S(min(u, v)) * x[2]
    let model = x[0] + S(u) / denominator
    return S(Self.observed[i]) - model
  }
}
