import LinearAlgebra
import RealModule
import Specifications

/// A steep hole in a flat table. The hole at (π, π) is about two units wide in a domain of two
/// hundred; beyond it f and its gradient are so small that they soon underflow to 0, and descent
/// methods stand still.
public struct Easom: PlaneFunction {
  public static let card = FunctionCard(
    name: "easom", title: "Easom",
    formula: "-cos x cos y exp(-(x - pi)^2 - (y - pi)^2)",
    tags: [.multimodal, .plateau, .smooth],
    source: "E. E. Easom, A survey of global optimization techniques, M. Eng. thesis, University "
      + "of Louisville 1990")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-100...100, -100...100] }
  public var start: Vector { [1.8, 2.2] }
  public var minimum: Double? { -1 }
  public var minimizers: [Vector] { [[3.141592653589793, 3.141592653589793]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (u, v) = (x - S(Double.pi), y - S(Double.pi))
    return -S.cos(x) * S.cos(y) * S.exp(-(u * u + v * v))
  }
}
