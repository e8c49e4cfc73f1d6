import LinearAlgebra
import Specifications

/// Wood's function, also Colville's: two Rosenbrock valleys, (x₁, x₂) and (x₃, x₄), coupled by
/// their second coordinates.
///
/// r = (10 (x₂ − x₁²), 1 − x₁, √90 (x₄ − x₃²), 1 − x₃, √10 (x₂ + x₄ − 2), (x₂ − x₄)/√10). Methods
/// slow down near a saddle around (−1, 1, −1, 1), where f is 7.88, on the way from the start to
/// (1, 1, 1, 1); a second saddle lies near the origin.
public struct MGH14Wood: MGHProblem, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-14", title: "Wood (MGH 14)",
    formula: "100 (x2 - x1^2)^2 + (1 - x1)^2 + 90 (x4 - x3^2)^2 + (1 - x3)^2 "
      + "+ 10 (x2 + x4 - 2)^2 + (x2 - x4)^2 / 10",
    dimensionRule: "4", tags: ["least-squares", "valley", "saddle", "ill-conditioned", "smooth"],
    source: "A. R. Colville, A comparative study of nonlinear programming codes, IBM New York "
      + "Scientific Center Report 320-2949, 1968; " + mghSource)
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public var startFactor = 1.0

  public init() {}

  public var dimension: Int { 4 }
  public var residualCount: Int { 6 }
  public var standardStart: Vector { [-3, -1, -3, -1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1, 1, 1, 1]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint(
        [-0.9679740249375931, 0.9471391408178418, -0.9695163103315911, 0.9512476657923252], .saddle),
      CriticalPoint(
        [-0.03125102339433596, 0.16597138685578314, -0.031258171023264066, 0.18426393469672842],
        .saddle),
    ]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    switch i {
    case 0: 10 * (x[1] - x[0] * x[0])
    case 1: 1 - x[0]
    case 2: S(90.0.squareRoot()) * (x[3] - x[2] * x[2])
    case 3: 1 - x[2]
    case 4: S(10.0.squareRoot()) * (x[1] + x[3] - 2)
    default: S(0.1.squareRoot()) * (x[1] - x[3])
    }
  }
}
