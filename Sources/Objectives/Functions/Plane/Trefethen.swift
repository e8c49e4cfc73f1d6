import LinearAlgebra
import RealModule
import Specifications

/// Ripples of five kinds upon a shallow bowl, from 1.6 to 13 waves a unit length, and one that
/// grows ever denser upwards: the fourth problem of the hundred-digit challenge of 2002, set to be
/// hopeless without a global search.
///
/// The minimum was then proved by interval arithmetic.
public struct Trefethen: PlaneFunction {
  public static let card = FunctionCard(
    name: "trefethen", title: "Trefethen",
    formula: "exp(sin 50x) + sin(60 exp y) + sin(70 sin x) + sin(sin 80y) - sin(10 (x + y)) + "
      + "(x^2 + y^2)/4",
    tags: [.multimodal, .smooth],
    source: "L. N. Trefethen, A hundred-dollar, hundred-digit challenge, SIAM News 35 (2002), "
      + "problem 4")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-10...10, -10...10] }
  public var start: Vector { [0.7, -0.6] }
  public var minimum: Double? { -3.306868647475237 }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] { [[-0.024403079694375173, 0.21061242715535577]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let first = S.exp(.sin(50 * x)) + S.sin(60 * S.exp(y))
    let second = S.sin(70 * S.sin(x)) + S.sin(.sin(80 * y))
    let third = S.sin(10 * (x + y))
    return first + second - third + 0.25 * (x * x + y * y)
  }
}
