import LinearAlgebra
import RealModule
import Specifications

/// The waves of Schaffer's second function, folded once more: the troughs are hyperbolas
/// x² − y² = ±π/2, ±3π/2, ..., almost level, but rising slowly with the distance. The four minima
/// are the points nearest the origin, on the axes; the origin itself is the highest point. Where
/// f < ½ it is, for a given x² − y², lowest where x² + y² is least, on an axis: the minimum is that
/// of a function of one variable.
///
/// Usually printed with |x² − y²|, which changes nothing: cos²(sin t) is even. f is smooth.
public struct Schaffer4: PlaneFunction {
  public static let card = FunctionCard(
    name: "schaffer4", title: "Schaffer 4",
    formula: "1/2 + (cos^2(sin(x^2 - y^2)) - 1/2) / (1 + 0.001 (x^2 + y^2))^2",
    tags: [.multimodal, .smooth],
    source: "after J. D. Schaffer, in the form of S. K. Mishra, Some new test functions for "
      + "global optimization and performance of repulsive particle swarm method, 2006",
    knownErrors: [
      "Some collections print a minimizer (0, 1.253115); the digits are 1.2531318."
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-100...100, -100...100] }
  public var start: Vector { [2.6, 2.2] }
  public var minimum: Double? { 0.29257863203598056 }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] {
    [
      [0, 1.2531318314637332], [0, -1.2531318314637332], [1.2531318314637332, 0],
      [-1.2531318314637332, 0],
    ]
  }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0, 0], .maximum)
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (u, v) = (x * x, y * y)
    let wave = S.cos(S.sin(u - v))
    let whole = 1 + 0.001 * (u + v)
    return 0.5 + (wave * wave - 0.5) / (whole * whole)
  }
}
