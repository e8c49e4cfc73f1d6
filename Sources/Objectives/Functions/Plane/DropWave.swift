import LinearAlgebra
import RealModule
import Specifications

/// The rings on water after a drop has fallen: all round the deepest point, at 0, lie ring-shaped
/// troughs, each shallower than the one inside it.
///
/// A ring's floor is level, so that only momentum carries a run inwards. f is smooth, at 0 too: the
/// gradient is 0 there and the Hessian 72.5 I.
public struct DropWave: PlaneFunction {
  public static let card = FunctionCard(
    name: "drop-wave", title: "Drop wave",
    formula: "-(1 + cos(12 sqrt(x^2 + y^2))) / ((x^2 + y^2)/2 + 2)",
    tags: [.multimodal, .smooth],
    source: "M. Molga and C. Smutnicki, Test functions for optimization needs, 2005; S. "
      + "Surjanovic and D. Bingham, Virtual Library of Simulation Experiments")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-5.12...5.12, -5.12...5.12] }
  public var start: Vector { [0.9, -0.6] }
  public var minimum: Double? { -1 }
  public var minimizers: [Vector] { [[0, 0]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let square = x * x + y * y
    let wave = 1 + S.cosineOfRoot(144 * square)
    return -wave / (0.5 * square + 2)
  }
}
