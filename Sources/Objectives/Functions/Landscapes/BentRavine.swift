import LinearAlgebra
import RealModule
import Specifications

/// A narrow ravine with a bend: 25 (y − √(x² + 1/20))² + (x − 2)²/4.
///
/// The floor runs down along a V with a rounded corner, so that a method which has gathered speed
/// on the first leg meets the opposite wall at the corner.
public struct BentRavine: PlaneFunction {
  public static let card = FunctionCard(
    name: "bent-ravine", title: "Ravine with a bend",
    formula: "25 (y - sqrt(x^2 + 1/20))^2 + (x - 2)^2 / 4",
    tags: [.unimodal, .valley, .illConditioned, .smooth], source: "elementary")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-3...3, -1...4] }
  public var start: Vector { [-2.5, 3] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[2, 4.05.squareRoot()]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let height = y - S.sqrt(x * x + 0.05)
    let along = x - 2
    return 25 * height * height + 0.25 * along * along
  }
}
