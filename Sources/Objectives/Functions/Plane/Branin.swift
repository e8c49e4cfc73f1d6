import LinearAlgebra
import RealModule
import Specifications

/// A bent valley with three equal minima. The first square vanishes on a parabola; along it the
/// cosine makes a wave whose troughs, at odd multiples of π, are all of depth 5/(4π).
///
/// The saddles between the minima, at even multiples of π, rise 19.2 above them, the walls of the
/// valley 300.
public struct Branin: PlaneFunction {
  public static let card = FunctionCard(
    name: "branin", title: "Branin",
    formula: "(y - 5.1 x^2/(4 pi^2) + 5 x/pi - 6)^2 + 10 (1 - 1/(8 pi)) cos x + 10",
    tags: [.multimodal, .valley, .smooth],
    source: "F. H. Branin, Widely convergent method for finding multiple solutions of "
      + "simultaneous nonlinear equations, IBM J. Res. Dev. 16 (1972) 504-522; set of L. C. W. "
      + "Dixon and G. P. Szego, 1978")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-5...10, 0...15] }
  public var start: Vector { [6, 13] }
  public var minimum: Double? { 5 / (4 * .pi) }
  public var minimizers: [Vector] {
    [
      [-3.141592653589793, 12.275], [3.141592653589793, 2.275], [9.42477796076938, 2.475],
    ]
  }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0, 6], .saddle),
      CriticalPoint([6.283185307179586, 1.1], .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let curvature = S(5.1 / (4 * Double.pi * Double.pi))
    let slope = S(5 / Double.pi)
    let bend = y - (curvature * x - slope) * x - 6
    let height = S(10 - 10 / (8 * Double.pi))
    return bend * bend + height * S.cos(x) + 10
  }
}
