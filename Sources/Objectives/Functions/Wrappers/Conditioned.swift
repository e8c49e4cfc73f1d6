import LinearAlgebra
import RealModule
import Specifications

/// A function made ill-conditioned: f(Λx) with Λᵢᵢ = κ^((i−1)/(2(n−1))), which multiplies the
/// curvature along the last coordinate by κ and leaves that along the first.
public struct Conditioned: DiagonalWrapper {
  public static let card = FunctionCard(
    name: "condition", title: "Ill-conditioned", formula: "f(L x), L_ii = kappa^((i-1)/(2(n-1)))",
    dimensionRule: "that of f", tags: [.illConditioned],
    source: "as Lambda^alpha of Hansen, Finck, Ros and Auger, INRIA RR-6829 (2009)")
  public static let parameters: [Parameter<Self>] = [
    .inside(\.base),
    .number(
      "condition", \.condition, symbol: "κ", in: Interval(1, .infinity, openAbove: true),
      "what the condition number is multiplied by"),
  ]

  public var base: any TestFunction = Rosenbrock()
  /// κ ≥ 1: what the condition number is multiplied by.
  public internal(set) var condition = 100.0
  /// Λ, n numbers.
  private(set) var factors: [Double] = []

  public init() {
    factors = makeFactors()
  }

  /// `base` with its condition number multiplied by κ = `condition`, ≥ 1.
  ///
  /// - Throws: where noise stands inside, or the domain becomes no box of finite size.
  public init(_ base: any TestFunction, condition: Double) throws(SpecificationError) {
    self.base = base
    self.condition = condition
    try resolve()
  }

  public mutating func resolve() throws(SpecificationError) {
    factors = makeFactors()
    try requireOrder()
  }

  public var tags: [FunctionTag] {
    condition > 1 && dimension > 1 ? tags(adding: Self.card.tags) : tags(adding: [])
  }

  private func makeFactors() -> [Double] {
    guard dimension > 1 else { return [1] }
    return (0..<dimension).map { .pow(condition, Double($0) / Double(2 * (dimension - 1))) }
  }
}
