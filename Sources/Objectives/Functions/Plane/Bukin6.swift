import LinearAlgebra
import RealModule
import Specifications

/// A razor-sharp ravine along the parabola y = x²/100. On its floor f = |x + 10| / 100 falls gently
/// towards (−10, 1); on either side it rises like a square root, with an infinite slope at the
/// floor.
///
/// There is no gradient anywhere on the floor, and any descent method zigzags across it.
public struct Bukin6: PlaneFunction {
  public static let card = FunctionCard(
    name: "bukin6", title: "Bukin 6",
    formula: "100 sqrt|y - 0.01 x^2| + 0.01 |x + 10|",
    tags: [.unimodal, .valley, .nonSmooth],
    kinkRule: "On the floor, and where x = -10, the derivatives of the term that "
      + "vanishes are taken as 0.",
    source: "A. D. Bukin, New minimization strategy for non-smooth functions, Budker Institute of "
      + "Nuclear Physics, preprint 97-79, Novosibirsk 1997")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [(-15)...(-5), -3...3] }
  public var start: Vector { [-13, 2.5] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[-10, 1]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let height = S.cuspRoot(.abs(y - 0.01 * (x * x)))
    return 100 * height + 0.01 * S.abs(x + 10)
  }
}
