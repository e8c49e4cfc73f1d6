import LinearAlgebra
import RealModule
import Specifications

/// A round bowl about (1, 1) with ripples that grow with the distance from it, two or three to a
/// unit length. Descent from afar is caught by the first trough that it cannot leave.
public struct Levy13: PlaneFunction {
  public static let card = FunctionCard(
    name: "levy13", title: "Levy 13",
    formula: "sin^2(3 pi x) + (x - 1)^2 (1 + sin^2(3 pi y)) + (y - 1)^2 (1 + sin^2(2 pi y))",
    tags: [.multimodal, .smooth],
    source: "S. Surjanovic and D. Bingham, Virtual Library of Simulation Experiments")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-10...10, -10...10] }
  public var start: Vector { [-6, 7.4] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1, 1]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (u, v) = (x - 1, y - 1)
    let third = S.sin(S(3 * Double.pi) * x)
    let across = S.sin(S(3 * Double.pi) * y)
    let along = S.sin(S(2 * Double.pi) * y)
    return third * third + u * u * (1 + across * across) + v * v * (1 + along * along)
  }
}
