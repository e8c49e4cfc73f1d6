import LinearAlgebra
import RealModule
import Specifications

/// Five by five pits in a plain that is level between them, the deepest in the corner at
/// (0.1, 0.1): its neighbours are a little shallower each, like 2 to the power of
/// −2 ((t − 0.1) / 0.8)².
public struct Ripple25: PlaneFunction {
  public static let card = FunctionCard(
    name: "ripple25", title: "Ripple 25",
    formula: "-sum over t = x, y of exp(-2 ln 2 ((t - 0.1)/0.8)^2) sin^6(5 pi t)",
    tags: [.multimodal, .separable, .smooth],
    source: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions, 2013")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [0...1, 0...1] }
  public var start: Vector { [0.43, 0.22] }
  public var minimum: Double? { -2 }
  public var minimizers: [Vector] { [[0.1, 0.1]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    wave(x) + wave(y)
  }

  /// One peak of height 1 at 0.1 and lower ones at 0.3, 0.5, ..., taken negative.
  @inlinable
  func wave<S: Scalar>(_ t: S) -> S {
    let shifted = t - 0.1
    let height = S.exp(S(-2 * Double.log(2) / 0.64) * shifted * shifted)
    let sine = S.sin(S(5 * Double.pi) * t)
    let square = sine * sine
    return -height * square * square * square
  }
}
