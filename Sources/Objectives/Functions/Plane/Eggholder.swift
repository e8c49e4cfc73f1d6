import LinearAlgebra
import RealModule
import Specifications

/// A field of hills and holes that grows towards its edges, with kinks where the argument of either
/// root changes sign.
///
/// The minimum is over the domain and lies on its edge x = 512, where f still falls outwards;
/// beyond the domain f is unbounded below.
public struct Eggholder: PlaneFunction {
  public static let card = FunctionCard(
    name: "eggholder", title: "Eggholder",
    formula: "-(y + 47) sin sqrt|y + x/2 + 47| - x sin sqrt|x - y - 47|",
    tags: [.multimodal, .nonSmooth, .boundaryMinimum, .domainMinimum, .unbounded],
    kinkRule: "Where the argument of a root is 0 the derivatives of the root are taken as 0.",
    source: "D. Whitley, S. Rana, J. Dzubera and K. E. Mathias, Evaluating evolutionary "
      + "algorithms, Artificial Intelligence 85 (1996) 245-276",
    knownErrors: [
      "Jamil and Yang print the minimum without its sign."
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-512...512, -512...512] }
  public var start: Vector { [-150, 250] }
  public var minimum: Double? { -959.6406627208509 }
  public var minimumBasis: MinimumBasis { .bestKnown }
  public var minimizers: [Vector] { [[512, 404.2318051137578]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let shifted = y + 47
    let first = S.sin(.cuspRoot(.abs(shifted + 0.5 * x)))
    let second = S.sin(.cuspRoot(.abs(x - shifted)))
    return -(shifted * first) - x * second
  }
}
