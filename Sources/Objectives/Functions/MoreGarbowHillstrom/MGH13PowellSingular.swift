import LinearAlgebra
import Specifications

/// Powell's singular function: r = (x₁ + 10x₂, √5 (x₃ − x₄), (x₂ − 2x₃)², √10 (x₁ − x₄)²).
///
/// Convex, with a Hessian of rank two at the minimizer 0: Newton's method converges only linearly
/// there, and gradients become small long before the distance does.
public struct MGH13PowellSingular: MGHProblem, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "mgh-13", title: "Powell singular (MGH 13)",
    formula: "(x1 + 10 x2)^2 + 5 (x3 - x4)^2 + (x2 - 2 x3)^4 + 10 (x1 - x4)^4",
    dimensionRule: "4", tags: ["least-squares", "convex", "unimodal", "singular", "smooth"],
    source: "M. J. D. Powell, The Computer Journal 5 (1962) 147-151; " + mghSource)
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public var startFactor = 1.0

  public init() {}

  public var dimension: Int { 4 }
  public var residualCount: Int { 4 }
  public var standardStart: Vector { [3, -1, 0, 1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(4)] }

  @inlinable
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    switch i {
    case 0:
      return x[0] + 10 * x[1]
    case 1:
      return S(5.0.squareRoot()) * (x[2] - x[3])
    case 2:
      let difference = x[1] - 2 * x[2]
      return difference * difference
    default:
      let difference = x[0] - x[3]
      return S(10.0.squareRoot()) * difference * difference
    }
  }
}
