import LinearAlgebra
import RealModule
import Specifications

/// The five by five pits of Ripple 25 with a fast ripple laid over them, five hundred waves a unit
/// length: local minima by the hundred thousand. Seen from afar the pits remain; a gradient sees
/// nothing but the ripple.
public struct Ripple1: PlaneFunction {
  public static let card = FunctionCard(
    name: "ripple1", title: "Ripple 1",
    formula: "-sum over t = x, y of exp(-2 ln 2 ((t - 0.1)/0.8)^2) (sin^6(5 pi t) + 0.1 cos^2(500 "
      + "pi t))",
    tags: [.multimodal, .separable, .smooth],
    source: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions, 2013")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [0...1, 0...1] }
  public var start: Vector { [0.43, 0.22] }
  public var minimum: Double? { -2.2 }
  public var minimizers: [Vector] { [[0.1, 0.1]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    wave(x) + wave(y)
  }

  /// One peak of height 1 at 0.1 and lower ones at 0.3, 0.5, ..., taken negative, with the ripple.
  @inlinable
  func wave<S: Scalar>(_ t: S) -> S {
    let shifted = t - 0.1
    let height = S.exp(S(-2 * Double.log(2) / 0.64) * shifted * shifted)
    let sine = S.sin(S(5 * Double.pi) * t)
    let square = sine * sine
    let ripple = S.cos(S(500 * Double.pi) * t)
    return -height * (square * square * square + 0.1 * ripple * ripple)
  }
}
