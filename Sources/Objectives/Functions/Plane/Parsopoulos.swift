import LinearAlgebra
import RealModule
import Specifications

/// A regular grid of equal round pits of depth 0, twelve in the domain, between equal hilltops of
/// height 2: which minimizer a run ends in shows which basin it was thrown into.
public struct Parsopoulos: PlaneFunction {
  public static let card = FunctionCard(
    name: "parsopoulos", title: "Parsopoulos",
    formula: "cos^2 x + sin^2 y",
    tags: [.multimodal, .separable, .smooth],
    source: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions, 2013")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-5...5, -5...5] }
  public var start: Vector { [-3, 1.4] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] {
    let columns = [-4.71238898038469, -1.5707963267948966, 1.5707963267948966, 4.71238898038469]
    let rows = [-Double.pi, 0, Double.pi]
    return columns.flatMap { x -> [Vector] in rows.map { y -> Vector in [x, y] } }
  }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0, 0], .saddle),
      CriticalPoint([0, 1.5707963267948966], .maximum),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (first, second) = (S.cos(x), S.sin(y))
    return first * first + second * second
  }
}
