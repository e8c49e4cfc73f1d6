import LinearAlgebra
import Specifications

/// Three zeros where y (2x³ − y²) and 6x − y² + y vanish together. At (2, 4) and (1.46, −2.51) they
/// cross; at 0 the first one vanishes to third order, and the Hessian is singular: along the curve
/// 6x = y² − y f grows only with the sixth power, and first-order methods slow down without end.
public struct Price4: PlaneFunction {
  public static let card = FunctionCard(
    name: "price4", title: "Price 4",
    formula: "(2 x^3 y - y^3)^2 + (6 x - y^2 + y)^2",
    tags: [.multimodal, .singular, .smooth],
    source: "W. L. Price, A controlled random search procedure for global optimisation, The "
      + "Computer Journal 20 (1977) 367-370")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-50...50, -50...50] }
  public var start: Vector { [4, -3] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] {
    [[0, 0], [2, 4], [1.4643521196636984, -2.5060127607816622]]
  }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0.9369723000916335, -1.5556366546766227], .saddle),
      CriticalPoint([1.201480536617019, 2.068393043908264], .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (u, v) = (x * x, y * y)
    let first = y * (2 * u * x - v)
    let second = 6 * x - v + y
    return first * first + second * second
  }
}
