import LinearAlgebra
import RealModule
import Specifications

/// Osborne's second fit, a decay and three bell curves to 65 data:
/// rᵢ = yᵢ − (x₁ e^{−t x₅} + Σ_{k=2..4} x_k exp(−(t − x_{k+7})² x_{k+4})), t = (i − 1)/10.
///
/// Eleven parameters of different kinds, heights, widths and places, in a fit of moderate residual.
/// Bells that leave the range of the data are lost: f is flat in them.
public struct MGH19Osborne2: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-19", title: "Osborne 2 (MGH 19)",
    formula: "sum_{i<=65} (y_i - x1 exp(-t x5) - x2 exp(-(t - x9)^2 x6) "
      + "- x3 exp(-(t - x10)^2 x7) - x4 exp(-(t - x11)^2 x8))^2, t = (i - 1)/10",
    dimensionRule: "11", tags: [.leastSquares, .illConditioned, .smooth],
    source: "M. R. Osborne, Some aspects of nonlinear least squares calculations, in F. A. Lootsma "
      + "(ed.), Numerical Methods for Nonlinear Optimization, 1972; " + mghSource,
    aliases: ["osborne-2": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  @usableFromInline static let observed = [
    1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608,
    0.655, 0.616, 0.606, 0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661,
    0.612, 0.558, 0.533, 0.495, 0.500, 0.423, 0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428,
    0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668, 0.645, 0.632, 0.591, 0.559,
    0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098, 0.054,
  ]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 11 }
  public var residualCount: Int { 65 }
  public var standardStart: Vector { [1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5] }
  public var minimum: Double? { 0.040137736293547735 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [
      [
        1.3099771546273005, 0.4315537946029889, 0.633661698960724, 0.5994305347859163,
        0.7541832263280113, 0.9042885798596336, 1.3658118352370285, 4.8236988172271555,
        2.3986848661317546, 4.568874597667672, 5.6753414705806415,
      ]
    ]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let t = S(Double(i) / 10)
    var model = x[0] * S.exp(-t * x[4])
    for k in 1...3 {
      let offset = t - x[k + 7]
      model += x[k] * S.exp(-offset * offset * x[k + 4])
    }
    return S(Self.observed[i]) - model
  }
}
