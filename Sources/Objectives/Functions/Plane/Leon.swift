import LinearAlgebra
import Specifications

/// Rosenbrock's valley along a cubic, y = x³: it bends twice, is level at x = 0, and leads to
/// (1, 1).
public struct Leon: PlaneFunction {
  public static let card = FunctionCard(
    name: "leon", title: "Leon",
    formula: "100 (y - x^3)^2 + (1 - x)^2",
    tags: [.unimodal, .valley, .illConditioned, .smooth],
    source: "A. Leon, A comparison among eight known optimizing procedures, in A. Lavi and T. P. "
      + "Vogl (eds.), Recent Advances in Optimization Techniques, Wiley 1966, 23-46",
    knownErrors: [
      "Some collections, Jamil and Yang among them, print x^2 for x^3: that is Rosenbrock's "
        + "function."
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-1.2...1.2, -1.2...1.2] }
  public var start: Vector { [-1.2, 1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1, 1]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let bend = y - x * x * x
    let slope = 1 - x
    return 100 * bend * bend + slope * slope
  }
}
