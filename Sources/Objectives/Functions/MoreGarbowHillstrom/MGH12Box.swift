import LinearAlgebra
import RealModule
import Specifications

/// Box's three-dimensional function: rᵢ = e^{−t x₁} − e^{−t x₂} − x₃ (e^{−t} − e^{−10t}), t = i/10.
///
/// Every residual vanishes at (1, 10, 1), at (10, 1, −1) with the exponentials exchanged, and on
/// the whole line x₁ = x₂, x₃ = 0: for every m the minimum is 0, and a method may end at any of
/// these. Along the line the Hessian is singular.
public struct MGH12Box: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-12", title: "Box three-dimensional (MGH 12)",
    formula: "sum_{i<=m} (exp(-t x1) - exp(-t x2) - x3 (exp(-t) - exp(-10 t)))^2, t = i/10",
    dimensionRule: "3", tags: [.leastSquares, .multimodal, .singular, .smooth],
    source: "M. J. Box, The Computer Journal 9 (1966) 67-77; " + mghSource,
    aliases: ["box-three-dimensional": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("m", \.residualCount, in: 3...largestDimension, "number of residuals"),
    .startFactor,
  ]

  public internal(set) var residualCount = 3
  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 3 }
  public var standardStart: Vector { [0, 10, 20] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0, 0], [1, 10, 1], [10, 1, -1]] }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let t = Double(i + 1) / 10
    let coefficient = Double.exp(-t) - .exp(-10 * t)
    return S.exp(S(-t) * x[0]) - S.exp(S(-t) * x[1]) - x[2] * S(coefficient)
  }
}
