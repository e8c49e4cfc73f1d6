import LinearAlgebra
import Specifications

/// The monkey saddle x³ − 3xy², with a place for two legs and a tail: the Hessian vanishes at 0.
///
/// Unbounded below.
public struct MonkeySaddle: PlaneFunction {
  public static let card = FunctionCard(
    name: "monkey-saddle", title: "Monkey saddle",
    formula: "x^3 - 3 x y^2",
    tags: [.saddle, .smooth, .unbounded],
    source: "D. Hilbert and S. Cohn-Vossen, Anschauliche Geometrie, 1932, section 29")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-2...2, -2...2] }
  public var start: Vector { [0.5, 0.1] }
  public var minimum: Double? { nil }
  public var minimizers: [Vector] { [] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint([0, 0], .degenerate)
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    x * (x * x - 3 * y * y)
  }
}
