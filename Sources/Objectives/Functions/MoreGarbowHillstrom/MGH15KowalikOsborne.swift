import LinearAlgebra
import RealModule
import Specifications

/// Kowalik and Osborne's fit of a rational function to eleven data:
/// rᵢ = yᵢ − x₁ (u² + u x₂)/(u² + u x₃ + x₄).
///
/// From a good start an easy fit. Far out f levels off at 1.027·10⁻³ as x₁ → ∞ with x₃, x₄ → −∞, so
/// that a method started elsewhere can run away. The denominators vanish on planes outside the
/// domain, which is of positive parameters.
public struct MGH15KowalikOsborne: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-15", title: "Kowalik and Osborne (MGH 15)",
    formula: "sum_{i<=11} (y_i - x1 (u^2 + u x2)/(u^2 + u x3 + x4))^2",
    dimensionRule: "4", tags: [.leastSquares, .illConditioned, .smooth],
    source: "J. S. Kowalik and M. R. Osborne, Methods for Unconstrained Optimization Problems, "
      + "Elsevier 1968; " + mghSource,
    aliases: ["kowalik-and-osborne": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  @usableFromInline static let observed = [
    0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246,
  ]
  @usableFromInline static let concentrations = [
    4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625,
  ]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 4 }
  public var domain: [ClosedRange<Double>] { stretched(Array(repeating: 0...0.6, count: 4)) }
  public var residualCount: Int { 11 }
  public var standardStart: Vector { [0.25, 0.39, 0.415, 0.39] }
  public var minimum: Double? { 0.00030750560384923745 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [[0.19280693457903786, 0.19128232873436696, 0.12305650692632066, 0.13606233068379484]]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let u = Self.concentrations[i]
    let square = S(u * u)
    let numerator = square + S(u) * x[1]
    let denominator = square + S(u) * x[2] + x[3]
    return S(Self.observed[i]) - x[0] * numerator / denominator
  }
}
