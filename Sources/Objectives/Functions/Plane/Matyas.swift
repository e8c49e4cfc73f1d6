import LinearAlgebra
import Specifications

/// A tilted tray: a convex quadratic of condition 25 whose axes are turned by 45 degrees.
public struct Matyas: PlaneFunction {
  public static let card = FunctionCard(
    name: "matyas", title: "Matyas",
    formula: "0.26 (x^2 + y^2) - 0.48 x y",
    tags: [.convex, .unimodal, .smooth],
    source: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions, 2013")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-10...10, -10...10] }
  public var start: Vector { [-9, -2] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    0.26 * (x * x + y * y) - 0.48 * x * y
  }
}
