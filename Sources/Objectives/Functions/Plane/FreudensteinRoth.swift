import LinearAlgebra
import Specifications

/// Two bent valleys, only one of which leads to 0. From the usual start, descent ends in the other,
/// at the local minimum 48.98 at (11.41, −0.90), outside the usual domain.
///
/// With the best x for each y, f is 2 (8 + 6y + 2y² − y³)², which vanishes at y = 4 alone; the
/// saddle between the valleys is far off, at (23.9, 2.2).
public struct FreudensteinRoth: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "freudenstein-roth", title: "Freudenstein-Roth",
    formula: "(x - 13 + ((5 - y) y - 2) y)^2 + (x - 29 + ((y + 1) y - 14) y)^2",
    tags: [.leastSquares, .multimodal, .valley, .illConditioned, .smooth],
    source: "F. Freudenstein and B. Roth, Numerical solution of systems of nonlinear equations, "
      + "J. ACM 10 (1963) 550-556; " + mghSource,
    aliases: ["mgh-2": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 2 }
  public var residualCount: Int { 2 }
  public var domain: [ClosedRange<Double>] { stretched([-10...10, -10...10]) }
  public var standardStart: Vector { [0.5, -2] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[5, 4]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([11.412778986902094, -0.8968052532744765], .localMinimum),
      CriticalPoint([23.92055434643124, 2.23013858660781], .saddle),
    ]
  }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    let y = x[1]
    return i == 0 ? x[0] - 13 + ((5 - y) * y - 2) * y : x[0] - 29 + ((y + 1) * y - 14) * y
  }
}
