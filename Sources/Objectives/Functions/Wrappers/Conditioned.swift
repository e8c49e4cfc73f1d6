import LinearAlgebra
import RealModule
import Specifications

/// A function made ill-conditioned: f(Λx) with Λᵢᵢ = κ^((i−1)/(2(n−1))), which multiplies the
/// curvature along the last coordinate by κ and leaves that along the first.
public struct Conditioned: CoordinateWrapper {
  public static let card = FunctionCard(
    name: "condition", title: "Ill-conditioned", formula: "f(L x), L_ii = kappa^((i-1)/(2(n-1)))",
    dimensionRule: "that of f", tags: ["ill-conditioned"],
    source: "as Lambda^alpha of Hansen, Finck, Ros and Auger, INRIA RR-6829 (2009)")
  public static let parameters: [Parameter<Self>] = [
    .base,
    .number(
      "condition", \.condition, symbol: "κ", in: Interval(1, .infinity, openAbove: true),
      "what the condition number is multiplied by"),
  ]

  public var base: any TestFunction = Rosenbrock()
  public var condition = 100.0

  public init() {}

  public var tags: [String] {
    base.tags + Self.card.tags.filter { !base.tags.contains($0) }
  }
  public var domain: [ClosedRange<Double>] {
    base.domain.enumerated().map { i, range in
      (range.lowerBound / factor(i))...(range.upperBound / factor(i))
    }
  }

  public func inside(_ x: Vector) -> Vector { x.indices.map { x[$0] * factor($0) } }
  public func outside(_ z: Vector) -> Vector { z.indices.map { z[$0] / factor($0) } }
  public func turned(_ d: Vector) -> Vector { inside(d) }
  public func turnedBack(_ g: Vector) -> Vector { inside(g) }

  private func factor(_ i: Int) -> Double {
    guard dimension > 1 else { return 1 }
    return .pow(condition, Double(i) / Double(2 * (dimension - 1)))
  }
}
