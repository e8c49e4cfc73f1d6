import LinearAlgebra
import Specifications

/// Brown's badly scaled function: r = (x − 10⁶, y − 2·10⁻⁶, x y − 2).
///
/// The variables differ by twelve powers of ten at the minimizer (10⁶, 2·10⁻⁶), where the
/// curvature along y is 2·10¹² and that along x is 2. The domain has the same scales.
public struct MGH04BrownBadlyScaled: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-4", title: "Brown badly scaled (MGH 4)",
    formula: "(x1 - 1e6)^2 + (x2 - 2e-6)^2 + (x1 x2 - 2)^2",
    tags: [.leastSquares, .illConditioned, .smooth],
    source: mghSource,
    aliases: ["brown-badly-scaled": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 2 }
  public var residualCount: Int { 3 }
  public var standardStart: Vector { [1, 1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1e6, 2e-6]] }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    switch i {
    case 0: x[0] - 1e6
    case 1: x[1] - 2e-6
    default: x[0] * x[1] - 2
    }
  }
}
