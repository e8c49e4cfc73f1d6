import LinearAlgebra
import Specifications

/// The plainest saddle, x² − y²: unbounded below along y.
public struct Saddle: PlaneFunction {
  public static let card = FunctionCard(
    name: "saddle", title: "Saddle",
    formula: "x^2 - y^2",
    tags: [.saddle, .separable, .smooth, .unbounded],
    source: "elementary; strict saddle at 0")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-2...2, -2...2] }
  public var start: Vector { [1, 0.001] }
  public var minimum: Double? { nil }
  public var minimizers: [Vector] { [] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0, 0], .saddle)
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    x * x - y * y
  }
}
