import LinearAlgebra
import RealModule
import Specifications

/// Bohachevsky's bowl with a product of ripples: a chequered pattern of pits about the minimum
/// at 0.
public struct Bohachevsky2: PlaneFunction {
  public static let card = FunctionCard(
    name: "bohachevsky2", title: "Bohachevsky 2",
    formula: "x^2 + 2 y^2 - 0.3 cos(3 pi x) cos(4 pi y) + 0.3",
    tags: [.multimodal, .smooth],
    source: "I. O. Bohachevsky, M. E. Johnson and M. L. Stein, Generalized simulated annealing "
      + "for function optimization, Technometrics 28 (1986) 209-217",
    knownErrors: [
      "Jamil and Yang print 0.4 cos(4 pi y) in the product, with which f(0, 0) is 0.18."
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-100...100, -100...100] }
  public var start: Vector { [80, -45] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    // With s and t the squared sines of the half angles, 1 - (1 - 2 s) (1 - 2 t) = 2 (s + t - 2 s
    // t).
    let first = S.sin(S(1.5 * Double.pi) * x)
    let second = S.sin(S(2 * Double.pi) * y)
    let (s, t) = (first * first, second * second)
    return x * x + 2 * y * y + 0.6 * (s + t - 2 * s * t)
  }
}
