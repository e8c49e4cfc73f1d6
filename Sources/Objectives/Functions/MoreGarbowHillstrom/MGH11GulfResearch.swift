import LinearAlgebra
import RealModule
import Specifications

/// The Gulf Research and Development problem: rᵢ = exp(−|yᵢ − x₂|^{x₃}/x₁) − tᵢ with tᵢ = i/100 and
/// yᵢ = 25 + (−50 ln tᵢ)^{2/3}, i = 1 … m.
///
/// f is 0 at (50, 25, 1.5) for every m. Each residual has a kink or a cusp on x₂ = yᵢ; f grows
/// without bound on the side x₁ < 0 and the model jumps at x₁ = 0. Where x₂ = yᵢ, the power and its
/// derivatives are taken as 0 for x₃ > 0.
public struct MGH11GulfResearch: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-11", title: "Gulf research and development (MGH 11)",
    formula: "sum_{i<=m} (exp(-|y_i - x2|^x3 / x1) - t_i)^2, t_i = i/100, "
      + "y_i = 25 + (-50 log t_i)^(2/3)",
    dimensionRule: "3", tags: [.leastSquares, .illConditioned, .nonSmooth],
    kinkRule: "Where x2 = y_i the derivatives of the power are taken as 0 for x3 > 0.",
    source: "R. A. Cox, Comparison of the performance of seven optimization algorithms on twelve "
      + "unconstrained minimization problems, Gulf Research and Development Company 1969; "
      + mghSource,
    knownErrors: [
      "The paper prints 'mi' for the minus sign inside the absolute value, and several collections "
        + "multiply by m i."
    ],
    aliases: ["gulf-research-and-development": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("m", \.residualCount, in: 3...100, "number of residuals"),
    .startFactor,
  ]

  /// yᵢ for i = 1 … 100.
  @usableFromInline static let times: [Double] = (1...100).map {
    25 + .pow(-50 * .log(Double($0) / 100), 2.0 / 3)
  }

  public internal(set) var residualCount = 10
  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 3 }
  /// x₁ stays above 0, where f has an essential singularity.
  public var domain: [ClosedRange<Double>] { stretched([1...100, 0...50, 0...5]) }
  public var standardStart: Vector { [5, 2.5, 0.15] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[50, 25, 1.5]] }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let distance = S.abs(S(Self.times[i]) - x[1])
    // The logarithm in the derivative of a power has no value at 0.
    let power =
      distance.real == 0 ? S(Double.pow(0, x[2].real)) : S.pow(distance, x[2])
    return S.exp(-power / x[0]) - S(Double(i + 1) / 100)
  }
}
