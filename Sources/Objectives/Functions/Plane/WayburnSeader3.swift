import LinearAlgebra
import Specifications

/// A ring-shaped valley of radius 2 about (4, 5), tilted by a cubic, so that one point of it is
/// lowest and the opposite one a saddle, with a hilltop in the middle.
public struct WayburnSeader3: PlaneFunction {
  public static let card = FunctionCard(
    name: "wayburn-seader3", title: "Wayburn-Seader 3",
    formula: "2 x^3/3 - 8 x^2 + 33 x - x y + 5 + ((x - 4)^2 + (y - 5)^2 - 4)^2",
    tags: [.unimodal, .smooth],
    source: "T. L. Wayburn and J. D. Seader, Homotopy continuation methods for computer-aided "
      + "process design, Computers and Chemical Engineering 11 (1987) 7-25")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-500...500, -500...500] }
  public var start: Vector { [-12, 15] }
  public var minimum: Double? { 19.105879794568025 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] { [[5.14689674955931, 6.839589743760508]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([3.3115351979861045, 3.2529632681943497], .saddle),
      CriticalPoint([3.7653496240917956, 4.757778565075544], .maximum),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (u, v) = (x - 4, y - 5)
    let ring = u * u + v * v - 4
    let tilt = ((S(2.0 / 3) * x - 8) * x + 33 - y) * x + 5
    return tilt + ring * ring
  }
}
