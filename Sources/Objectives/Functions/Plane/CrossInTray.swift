import LinearAlgebra
import RealModule
import Specifications

/// A tray of pits cut by a cross: sharp ridges run along the lines where a sine vanishes. The four
/// deepest pits are those around the origin.
///
/// The tenth root tames factors of e¹⁰⁰. The minimum is over the domain: for a radius beyond 100 π
/// the exponent grows again, and f is unbounded below.
public struct CrossInTray: PlaneFunction {
  public static let card = FunctionCard(
    name: "cross-in-tray", title: "Cross-in-tray",
    formula: "-0.0001 (|sin x sin y exp|100 - sqrt(x^2 + y^2)/pi|| + 1)^0.1",
    tags: [.multimodal, .nonSmooth, .domainMinimum, .unbounded],
    kinkRule: "Where the product of sines, the root or the difference in the exponent "
      + "vanishes its derivatives are taken as 0.",
    source: "S. K. Mishra, Some new test functions for global optimization and performance of "
      + "repulsive particle swarm method, 2006")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-10...10, -10...10] }
  public var start: Vector { [3.9, 2.5] }
  public var minimum: Double? { -2.062611870822737 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [
      [1.3494066171539107, 1.3494066171539107], [1.3494066171539107, -1.3494066171539107],
      [-1.3494066171539107, 1.3494066171539107], [-1.3494066171539107, -1.3494066171539107],
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let radius = S.cuspRoot(x * x + y * y)
    let growth = S.exp(.abs(100 - radius / S(Double.pi)))
    let height = S.abs(S.sin(x) * S.sin(y) * growth)
    return -0.0001 * S.root(height + 1, 10)
  }
}
