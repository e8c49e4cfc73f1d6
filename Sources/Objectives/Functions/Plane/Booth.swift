import LinearAlgebra
import Specifications

/// Booth's function, a convex quadratic whose axes are turned by 45 degrees; condition 9.
public struct Booth: PlaneFunction {
  public static let card = FunctionCard(
    name: "booth", title: "Booth",
    formula: "(x + 2y - 7)^2 + (2x + y - 5)^2",
    tags: [.convex, .unimodal, .smooth],
    source: "M. Jamil and X.-S. Yang, A literature survey of benchmark functions, 2013"
  )
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-10...10, -10...10] }
  public var start: Vector { [-8, -5] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1, 3]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let first = x + 2 * y - 7
    let second = 2 * x + y - 5
    return first * first + second * second
  }
}
