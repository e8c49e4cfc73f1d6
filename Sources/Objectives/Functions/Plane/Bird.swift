import LinearAlgebra
import RealModule
import Specifications

/// Two deep round pits, 225 below the highest hilltop, in a landscape of hills and shallow basins
/// along the diagonal; its contours have been likened to a bird.
///
/// A shift of both coordinates by 2π changes nothing, so that the two minimizers in the domain are
/// one, and there are infinitely many.
public struct Bird: PlaneFunction {
  public static let card = FunctionCard(
    name: "bird", title: "Bird",
    formula: "sin x exp((1 - cos y)^2) + cos y exp((1 - sin x)^2) + (x - y)^2",
    tags: [.multimodal, .smooth],
    source: "S. K. Mishra, Some new test functions for global optimization and performance of "
      + "repulsive particle swarm method, 2006")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: (-2 * .pi)...(2 * .pi), count: 2) }
  public var start: Vector { [-4, 1] }
  public var minimum: Double? { -106.76453674926468 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] {
    [
      [4.701043130249553, 3.15293850372493], [-1.5821421769300335, -3.1302468034546562],
    ]
  }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([-1.536662471846804, 3.1074587986417006], .localMinimum),
      CriticalPoint([4.655171399427279, -3.084375072632382], .localMinimum),
      CriticalPoint([-5.617907679231666, -5.37766660833261], .localMinimum),
      CriticalPoint([0.6652776279479201, 0.9055186988469766], .localMinimum),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (sine, cosine) = (S.sin(x), S.cos(y))
    let (u, v, w) = (1 - cosine, 1 - sine, x - y)
    return sine * S.exp(u * u) + cosine * S.exp(v * v) + w * w
  }
}
