import LinearAlgebra
import Specifications

/// Two parabolas, one upright and one on its side, cross twice: two minima of 0, at the origin and
/// at (1.70, 0.72), and a saddle 0.4 high between them.
public struct Stenger: PlaneFunction {
  public static let card = FunctionCard(
    name: "stenger", title: "Stenger",
    formula: "(x^2 - 4 y)^2 + (y^2 - 2 x + 4 y)^2",
    tags: [.multimodal, .smooth],
    source: "after F. Stenger, Computing the topological degree of a mapping in R^n, Numerische "
      + "Mathematik 25 (1975) 23-38")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-1...4, -1...4] }
  public var start: Vector { [3.5, 3] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0], [1.695415196279133, 0.7186081719435529]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0.8669851325206808, 0.3068446331774814], .saddle)
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let first = x * x - 4 * y
    let second = y * y - 2 * x + 4 * y
    return first * first + second * second
  }
}
