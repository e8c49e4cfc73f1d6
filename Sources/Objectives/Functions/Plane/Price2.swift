import LinearAlgebra
import RealModule
import Specifications

/// An even grid of pits of almost equal depth: the one at 0 is 0.9, all the others are within
/// 0.00001 of 1. Only the pit that a run falls into decides.
public struct Price2: PlaneFunction {
  public static let card = FunctionCard(
    name: "price2", title: "Price 2",
    formula: "1 + sin^2 x + sin^2 y - 0.1 exp(-x^2 - y^2)",
    tags: [.multimodal, .smooth],
    source: "W. L. Price, A controlled random search procedure for global optimisation, The "
      + "Computer Journal 20 (1977) 367-370")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-10...10, -10...10] }
  public var start: Vector { [1.4, -1.2] }
  public var minimum: Double? { 0.9 }
  public var minimizers: [Vector] { [[0, 0]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([1.5836928454560777, 0], .saddle),
      CriticalPoint([0, 1.5836928454560777], .saddle),
      CriticalPoint([-1.5836928454560777, 0], .saddle),
      CriticalPoint([0, -1.5836928454560777], .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (first, second) = (S.sin(x), S.sin(y))
    let pit = S.exp(-(x * x + y * y))
    return 1 + first * first + second * second - 0.1 * pit
  }
}
