import LinearAlgebra
import Specifications

/// A ring-shaped valley about (0.3125, 1.625) that a nearly tangent line meets in two points close
/// together. Between the two minima f rises to 0.0001 only, which makes a long flat floor of
/// curvature 0.06.
public struct WayburnSeader2: PlaneFunction {
  public static let card = FunctionCard(
    name: "wayburn-seader2", title: "Wayburn-Seader 2",
    formula: "(1.613 - 4 (x - 0.3125)^2 - 4 (y - 1.625)^2)^2 + (y - 1)^2",
    tags: [.multimodal, .valley, .smooth],
    source: "T. L. Wayburn and J. D. Seader, Homotopy continuation methods for computer-aided "
      + "process design, Computers and Chemical Engineering 11 (1987) 7-25",
    knownErrors: [
      "Collections that print one minimizer, (0.2, 1), leave out its mirror image (0.425, 1)."
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-5...5, -5...5] }
  public var start: Vector { [-2, -1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0.20013897472877884, 1], [0.42486102527122116, 1]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0.3125, 0.990354390676196], .saddle),
      CriticalPoint([0.3125, 2.2067442730121725], .saddle),
      CriticalPoint([0.3125, 1.6779013363116315], .maximum),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (u, v) = (x - 0.3125, y - 1.625)
    let ring = 1.613 - 4 * (u * u + v * v)
    let line = y - 1
    return ring * ring + line * line
  }
}
