import LinearAlgebra
import RealModule
import Specifications

/// A smooth slope with two saddles and no minimum inside: that over the domain lies on its edge
/// x = 2, where f still falls outwards. Beyond the domain f is unbounded below, like −x along
/// y = 0.
///
/// Over the domain f ≥ −1.6 left of x = π/2; right of it f ≥ −2 for y ≤ 0, and f falls with x for
/// y > 0. So the minimum is that of the function of y alone at x = 2.
public struct Adjiman: PlaneFunction {
  public static let card = FunctionCard(
    name: "adjiman", title: "Adjiman",
    formula: "cos x sin y - x/(y^2 + 1)",
    tags: [.smooth, .boundaryMinimum, .domainMinimum, .unbounded],
    source: "C. S. Adjiman, S. Dallwig, C. A. Floudas and A. Neumaier, A global optimization "
      + "method, alpha-BB, for general twice-differentiable constrained NLPs, Computers and "
      + "Chemical Engineering 22 (1998) 1137-1158")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-1...2, -1...1] }
  public var start: Vector { [-0.5, 0.7] }
  public var minimum: Double? { -2.021806783359787 }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] { [[2, 0.1057834694517169]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0.7945733292974204, -0.8935081317470634], .saddle),
      CriticalPoint([-0.7945733292974204, 0.8935081317470634], .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    S.cos(x) * S.sin(y) - x / (y * y + 1)
  }
}
