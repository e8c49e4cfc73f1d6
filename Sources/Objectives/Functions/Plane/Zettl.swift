import LinearAlgebra
import Specifications

/// A ring-shaped valley, the unit circle about (1, 0), tilted by x/4: its lowest point is just
/// outside 0, at −0.0299, the opposite one is a saddle. For 0 ≤ x ≤ 2 f ≥ 0, and elsewhere it is
/// least at y = 0, where a quartic in x is left.
public struct Zettl: PlaneFunction {
  public static let card = FunctionCard(
    name: "zettl", title: "Zettl",
    formula: "(x^2 + y^2 - 2 x)^2 + x/4",
    tags: [.unimodal, .smooth],
    source: "H.-P. Schwefel, Evolution and Optimum Seeking, Wiley 1995")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-5...10, -5...10] }
  public var start: Vector { [4, 3.5] }
  public var minimum: Double? { -0.003791237220468898 }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] { [[-0.029895985050660382, 0]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([1.96714893788303, 0], .saddle),
      CriticalPoint([1.0627470471676304, 0], .maximum),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let ring = (x - 2) * x + y * y
    return ring * ring + 0.25 * x
  }
}
