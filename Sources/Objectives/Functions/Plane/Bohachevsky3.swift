import LinearAlgebra
import RealModule
import Specifications

/// Bohachevsky's bowl with one oblique ripple: long parallel troughs across the direction (3, 4).
public struct Bohachevsky3: PlaneFunction {
  public static let card = FunctionCard(
    name: "bohachevsky3", title: "Bohachevsky 3",
    formula: "x^2 + 2 y^2 - 0.3 cos(3 pi x + 4 pi y) + 0.3",
    tags: [.multimodal, .smooth],
    source: "I. O. Bohachevsky, M. E. Johnson and M. L. Stein, Generalized simulated annealing "
      + "for function optimization, Technometrics 28 (1986) 209-217")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-100...100, -100...100] }
  public var start: Vector { [-80, -55] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    // 1 - cos t = 2 sin(t/2)^2, which keeps the digits of small values.
    let ripple = S.sin(S(0.5 * Double.pi) * (3 * x + 4 * y))
    return x * x + 2 * y * y + 0.6 * ripple * ripple
  }
}
