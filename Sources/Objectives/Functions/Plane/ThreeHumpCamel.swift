import LinearAlgebra
import Specifications

/// The three-hump camel: a global minimum at 0 between two local ones.
public struct ThreeHumpCamel: PlaneFunction {
  public static let card = FunctionCard(
    name: "three-hump-camel", title: "Three-hump camel",
    formula: "2 x^2 - 1.05 x^4 + x^6/6 + x y + y^2",
    tags: [.multimodal, .smooth],
    source: "F. H. Branin, Widely convergent method for finding multiple solutions of simultaneous "
      + "nonlinear equations, IBM J. Res. Dev. 16 (1972)")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-5...5, -5...5] }
  public var start: Vector { [2, 2] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([1.7475523458302888, -0.8737761729151444], .localMinimum),
      CriticalPoint([-1.7475523458302888, 0.8737761729151444], .localMinimum),
      CriticalPoint([1.07054229182366, -0.53527114591183], .saddle),
      CriticalPoint([-1.07054229182366, 0.53527114591183], .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let square = x * x
    let hump = square * (2 - 1.05 * square)
    let wall = S(1.0 / 6) * square * square * square
    return hump + wall + x * y + y * y
  }
}
