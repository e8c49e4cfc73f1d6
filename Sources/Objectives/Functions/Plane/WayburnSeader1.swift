import LinearAlgebra
import Specifications

/// A closed curve, x⁶ + y⁴ = 17, crossed by a straight line: the valley along the curve has cliffs
/// of height 10⁸ at the corners of the domain and two minima of 0 with a saddle 0.32 high between
/// them.
public struct WayburnSeader1: PlaneFunction {
  public static let card = FunctionCard(
    name: "wayburn-seader1", title: "Wayburn-Seader 1",
    formula: "(x^6 + y^4 - 17)^2 + (2 x + y - 4)^2",
    tags: [.multimodal, .valley, .illConditioned, .smooth],
    source: "T. L. Wayburn and J. D. Seader, Homotopy continuation methods for computer-aided "
      + "process design, Computers and Chemical Engineering 11 (1987) 7-25",
    knownErrors: [
      "Several collections list (1, 2) alone and call f unimodal."
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-5...5, -5...5] }
  public var start: Vector { [-2, 2.5] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1, 2], [1.5968041538769333, 0.8063916922461333]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([1.444163597664402, 1.6764132215481533], .saddle),
      CriticalPoint([-1.4382650680055553, -1.6650168853538432], .saddle),
      CriticalPoint([-0.646736352956029, -0.4394396194324045], .maximum),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (u, v) = (x * x, y * y)
    let curve = u * u * u + v * v - 17
    let line = 2 * x + y - 4
    return curve * curve + line * line
  }
}
