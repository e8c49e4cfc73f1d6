import LinearAlgebra
import Specifications

/// Four equal round bowls, one in each quadrant, that meet in ridges on the axes: a quadratic of
/// |x| and |y|, with kinks on the axes and a pointed hill at 0.
public struct Price1: PlaneFunction {
  public static let card = FunctionCard(
    name: "price1", title: "Price 1",
    formula: "(|x| - 5)^2 + (|y| - 5)^2",
    tags: [.multimodal, .separable, .nonSmooth],
    kinkRule: "On an axis the derivative of |x| or |y| is taken as 0.",
    source: "R. W. Becker and G. V. Lago, A global optimization algorithm, Allerton Conference "
      + "1970; W. L. Price, A controlled random search procedure for global optimisation, The "
      + "Computer Journal 20 (1977) 367-370")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-500...500, -500...500] }
  public var start: Vector { [-300, 120] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[5, 5], [5, -5], [-5, 5], [-5, -5]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (u, v) = (S.abs(x) - 5, S.abs(y) - 5)
    return u * u + v * v
  }
}
