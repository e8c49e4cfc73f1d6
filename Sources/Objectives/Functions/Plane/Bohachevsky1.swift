import LinearAlgebra
import RealModule
import Specifications

/// A wide elliptic bowl with ripples in each coordinate that matter only near its bottom: from afar
/// it is a quadratic, within a few units of 0 it is full of small pits.
public struct Bohachevsky1: PlaneFunction {
  public static let card = FunctionCard(
    name: "bohachevsky1", title: "Bohachevsky 1",
    formula: "x^2 + 2 y^2 - 0.3 cos(3 pi x) - 0.4 cos(4 pi y) + 0.7",
    tags: [.multimodal, .separable, .smooth],
    source: "I. O. Bohachevsky, M. E. Johnson and M. L. Stein, Generalized simulated annealing "
      + "for function optimization, Technometrics 28 (1986) 209-217")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-100...100, -100...100] }
  public var start: Vector { [-75, 60] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    // 1 - cos t = 2 sin(t/2)^2, which keeps the digits of small values.
    let first = S.sin(S(1.5 * Double.pi) * x)
    let second = S.sin(S(2 * Double.pi) * y)
    return x * x + 2 * y * y + 0.6 * first * first + 0.8 * second * second
  }
}
