import LinearAlgebra
import RealModule
import Specifications

/// Powell's badly scaled function: r = (10⁴ x y − 1, e⁻ˣ + e⁻ʸ − 1.0001).
///
/// At the minimizer x is about 1.1·10⁻⁵ and y about 9.1, so that steps and tolerances which treat
/// both alike fail; curvatures there differ by a factor of 7·10¹⁷. The domain has the same scales.
public struct MGH03PowellBadlyScaled: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-3", title: "Powell badly scaled (MGH 3)",
    formula: "(1e4 x1 x2 - 1)^2 + (exp(-x1) + exp(-x2) - 1.0001)^2",
    tags: [.leastSquares, .valley, .illConditioned, .smooth],
    source: "M. J. D. Powell, A hybrid method for nonlinear equations, in P. Rabinowitz (ed.), "
      + "Numerical Methods for Nonlinear Algebraic Equations, 1970; " + mghSource,
    aliases: ["powell-badly-scaled": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 2 }
  public var residualCount: Int { 2 }
  public var standardStart: Vector { [0, 1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1.0981593296998175e-05, 9.106146739866524]] }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    i == 0 ? 1e4 * x[0] * x[1] - 1 : S.exp(-x[0]) + S.exp(-x[1]) - 1.0001
  }
}
