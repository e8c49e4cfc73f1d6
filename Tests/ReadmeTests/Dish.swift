import LinearAlgebra
import Objectives
import Specifications

/// x² + 3y², the dish of this page.
public struct Dish: PlaneFunction {
  public static let card = FunctionCard(
    name: "dish", title: "Dish", formula: "x^2 + 3 y^2",
    tags: [.unimodal, .convex, .separable, .smooth], source: "this page")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-2...2, -2...2] }
  public var start: Vector { [1, 1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[0, 0]] }

  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S { x * x + 3 * y * y }
}
