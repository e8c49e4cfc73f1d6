import LinearAlgebra
import RealModule
import Specifications

/// A table that sags at its legs: pits separated by sharp ridges, the deepest in the four corners
/// of the domain. There are kinks where a factor vanishes and on the circle of radius π.
///
/// The minimum is over the domain: further out the pits deepen like e^(r/π), and f is unbounded
/// below.
public struct HolderTable: PlaneFunction {
  public static let card = FunctionCard(
    name: "holder-table", title: "Holder table",
    formula: "-|sin x cos y exp|1 - sqrt(x^2 + y^2)/pi||",
    tags: [.multimodal, .nonSmooth, .domainMinimum, .unbounded],
    kinkRule: "Where the product of sine and cosine, the root or the difference in the "
      + "exponent vanishes its derivatives are taken as 0.",
    source: "S. K. Mishra, Some new test functions for global optimization and performance of "
      + "repulsive particle swarm method, 2006",
    knownErrors: [
      "Jamil and Yang leave out the squares under the root."
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-10...10, -10...10] }
  public var start: Vector { [6.6, 8.3] }
  public var minimum: Double? { -19.208502567886732 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [
      [8.055023475736563, 9.664590019241272], [8.055023475736563, -9.664590019241272],
      [-8.055023475736563, 9.664590019241272], [-8.055023475736563, -9.664590019241272],
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let radius = S.cuspRoot(x * x + y * y)
    let growth = S.exp(.abs(1 - radius / S(Double.pi)))
    return -S.abs(S.sin(x) * S.cos(y) * growth)
  }
}
