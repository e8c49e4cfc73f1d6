import LinearAlgebra
import RealModule
import Specifications

/// Brown and Dennis's function, whose residuals are themselves sums of two squares:
/// rᵢ = (x₁ + t x₂ − eᵗ)² + (x₃ + x₄ sin t − cos t)², t = i/5.
///
/// All residuals are positive and large, at the minimizer too (f* = 85822): Gauss–Newton methods
/// without the second-order term converge slowly or not at all.
public struct MGH16BrownDennis: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-16", title: "Brown and Dennis (MGH 16)",
    formula: "sum_{i<=m} ((x1 + t x2 - exp t)^2 + (x3 + x4 sin t - cos t)^2)^2, t = i/5",
    dimensionRule: "4", tags: [.leastSquares, .smooth],
    source: "K. M. Brown and J. E. Dennis, New computational algorithms for minimizing a sum of "
      + "squares of nonlinear functions, Report 71-6, Yale University 1971; " + mghSource,
    knownErrors: ["Some collections start at (25, 5, -5, 1) instead of (25, 5, -5, -1)."],
    aliases: ["brown-and-dennis": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("m", \.residualCount, in: 4...largestDimension, "number of residuals"),
    .startFactor,
  ]

  public internal(set) var residualCount = 20
  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 4 }
  public var standardStart: Vector { [25, 5, -5, -1] }
  public var minimum: Double? { residualCount == 20 ? 85822.20162635634 : nil }
  public var minimumBasis: MinimumBasis { minimum == nil ? .unknown : .bestKnown }
  public var minimizers: [Vector] {
    guard minimum != nil else { return [] }
    return [[-11.594439904762165, 13.203630051207204, -0.40343948817685954, 0.2367787744557363]]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let t = Double(i + 1) / 5
    let first = x[0] + S(t) * x[1] - S(.exp(t))
    let second = x[2] + S(.sin(t)) * x[3] - S(.cos(t))
    return first * first + second * second
  }
}
