import LinearAlgebra
import Specifications

/// Freudenstein and Roth's function: two cubics in y that agree at (5, 4).
///
/// r = (x − 13 + ((5 − y) y − 2) y, x − 29 + ((y + 1) y − 14) y). A long curved valley ends in a
/// local minimum of 48.98 near (11.41, −0.90), and the usual start leads into it.
public struct MGH02FreudensteinRoth: MGHProblem, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-2", title: "Freudenstein and Roth (MGH 2)",
    formula: "(x1 - 13 + ((5 - x2) x2 - 2) x2)^2 + (x1 - 29 + ((x2 + 1) x2 - 14) x2)^2",
    tags: ["least-squares", "multimodal", "valley", "smooth"],
    source: "F. Freudenstein and B. Roth, Journal of the ACM 10 (1963) 550-556; " + mghSource)
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public var startFactor = 1.0

  public init() {}

  public var dimension: Int { 2 }
  public var residualCount: Int { 2 }
  public var standardStart: Vector { [0.5, -2] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[5, 4]] }
  public var criticalPoints: [CriticalPoint] {
    [CriticalPoint([11.412778986902094, -0.8968052532744765], .localMinimum)]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let y = x[1]
    return i == 0 ? x[0] - 13 + ((5 - y) * y - 2) * y : x[0] - 29 + ((y + 1) * y - 14) * y
  }
}
