import LinearAlgebra
import RealModule
import Specifications

/// Fletcher and Powell's helical valley: r = (10 (x₃ − 10 θ), 10 (√(x₁² + x₂²) − 1), x₃).
///
/// θ is the angle of (x₁, x₂) in turns, arctan(x₂/x₁)/2π, and ½ more where x₁ < 0. The valley winds
/// round the x₃ axis on a cylinder of radius 1 and rises 10 a turn; the start is half a turn from
/// the minimizer (1, 0, 0).
///
/// θ jumps from −¼ to ¾ across the half plane x₁ = 0, x₂ < 0. The paper leaves x₁ = 0 out; here it
/// belongs to the side x₁ > 0, and on the axis itself θ = 0, with all derivatives of θ and of the
/// radius taken as 0.
public struct MGH07HelicalValley: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-7", title: "Helical valley (MGH 7)",
    formula: "100 (x3 - 10 theta)^2 + 100 (sqrt(x1^2 + x2^2) - 1)^2 + x3^2, "
      + "theta = angle of (x1, x2) in turns",
    dimensionRule: "3", tags: [.leastSquares, .valley, .illConditioned, .nonSmooth],
    kinkRule: "Where x1 = 0 derivatives are those of the side x1 > 0; on the axis x1 = "
      + "x2 = 0 those of the angle and the radius are taken as 0.",
    source: "R. Fletcher and M. J. D. Powell, The Computer Journal 6 (1963) 163-168; " + mghSource,
    aliases: ["helical-valley": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 3 }
  public var residualCount: Int { 3 }
  public var standardStart: Vector { [-1, 0, 0] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1, 0, 0]] }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    switch i {
    case 0: 10 * (x[2] - 10 * turns(x[0], x[1]))
    case 1: 10 * (S.cuspRoot(x[0] * x[0] + x[1] * x[1]) - 1)
    default: x[2]
    }
  }

  /// θ in [−¼, ¾). The quotient of the smaller by the larger, so that x₁ = 0 needs no limit.
  @inlinable
  func turns<S: Scalar>(_ x: S, _ y: S) -> S {
    if x.real == 0 && y.real == 0 { return 0 }
    let scale = S(0.5 / Double.pi)
    if y.real.magnitude <= x.real.magnitude {
      return scale * S.atan(y / x) + (x.real < 0 ? 0.5 : 0)
    }
    let quarter: S = y.real > 0 ? 0.25 : x.real < 0 ? 0.75 : -0.25
    return quarter - scale * S.atan(x / y)
  }
}
