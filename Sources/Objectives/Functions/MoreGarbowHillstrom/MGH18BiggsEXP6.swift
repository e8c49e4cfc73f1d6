import LinearAlgebra
import RealModule
import Specifications

/// Biggs's fit of three exponentials: rᵢ = x₃ e^{−t x₁} − x₄ e^{−t x₂} + x₆ e^{−t x₅} − yᵢ with
/// yᵢ = e^{−t} − 5e^{−10t} + 3e^{−4t}, t = i/10.
///
/// For every m the data are met exactly by the rates 1, 10, 4 with the coefficients 1, −5, 3, in
/// any of the six orders. Where two exponentials have the same rate, x₁ = x₅, only their sum x₃ +
/// x₆ counts: for m = 13 all points of the line x₃ + x₆ = 2.3263 through the stationary point
/// listed are stationary, with f = 5.656·10⁻³. They are saddles where x₃ x₆ > 0 and the bottom of a
/// flat local valley where x₃ x₆ < 0.
public struct MGH18BiggsEXP6: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-18", title: "Biggs EXP6 (MGH 18)",
    formula: "sum_{i<=m} (x3 exp(-t x1) - x4 exp(-t x2) + x6 exp(-t x5) - y_i)^2, t = i/10, "
      + "y_i = exp(-t) - 5 exp(-10 t) + 3 exp(-4 t)",
    dimensionRule: "6",
    tags: [.leastSquares, .multimodal, .saddle, .illConditioned, .smooth],
    source: "M. C. Biggs, Journal of the Institute of Mathematics and its Applications 8 (1971) "
      + "315-327; " + mghSource,
    knownErrors: [
      "5.65565e-3 for m = 13, sometimes given as the minimum, is not: the minimum is 0, and the "
        + "point usually given with that value is a saddle."
    ],
    aliases: ["biggs-exp6": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("m", \.residualCount, in: 6...largestDimension, "number of residuals"),
    .startFactor,
  ]

  public internal(set) var residualCount = 13
  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 6 }
  public var standardStart: Vector { [1, 2, 1, 1, 1, 1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] {
    [
      [1, 10, 1, 5, 4, 3], [4, 10, 3, 5, 1, 1], [1, 4, 1, -3, 10, -5], [10, 4, -5, -3, 1, 1],
      [4, 1, 3, -1, 10, -5], [10, 1, -5, -1, 4, 3],
    ]
  }
  public var criticalPoints: [CriticalPoint] {
    guard residualCount == 13 else { return [] }
    let equalRates = [
      1.7114159947195875, 17.683198180949066, 1.1553306839652906, 5.186561551993452,
      1.7114159947195875, 1.1709566378724945,
    ]
    return [CriticalPoint(equalRates, .saddle)]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let t = Double(i + 1) / 10
    let observed = Double.exp(-t) - 5 * .exp(-10 * t) + 3 * .exp(-4 * t)
    let first = x[2] * S.exp(S(-t) * x[0])
    let second = x[3] * S.exp(S(-t) * x[1])
    let third = x[5] * S.exp(S(-t) * x[4])
    return first - second + third - S(observed)
  }
}
