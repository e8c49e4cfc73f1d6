import LinearAlgebra
import Specifications

/// Himmelblau's function: four minima of equal depth, four saddles and a hill between them.
public struct Himmelblau: PlaneFunction {
  public static let card = FunctionCard(
    name: "himmelblau", title: "Himmelblau",
    formula: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    tags: [.multimodal, .smooth],
    source: "D. M. Himmelblau, Applied Nonlinear Programming, McGraw-Hill 1972")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-5...5, -5...5] }
  public var start: Vector { [0, 0] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] {
    [
      [3, 2], [-2.805118086952745, 3.131312518250573],
      [-3.779310253377747, -3.2831859912861696], [3.5844283403304917, -1.8481265269644036],
    ]
  }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([-0.2708445906673476, -0.9230385564799815], .maximum),
      CriticalPoint([0.08667750455539636, 2.884254701174776], .saddle),
      CriticalPoint([3.385154183607021, 0.07385187983774928], .saddle),
      CriticalPoint([-3.0730257507643897, -0.08135304428796751], .saddle),
      CriticalPoint([-0.12796134673068008, -1.9537149802445763], .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let first = x * x + y - 11
    let second = x + y * y - 7
    return first * first + second * second
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let (x, y) = (x[0], x[1])
    let first = x * x + y - 11
    let second = x + y * y - 7
    gradient[0] = 4 * first * x + 2 * second
    gradient[1] = 2 * first + 4 * second * y
    return first * first + second * second
  }
}
