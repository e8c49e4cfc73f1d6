import LinearAlgebra
import RealModule
import Specifications

/// Ackley's function −20 exp(−0.2 r) − exp(Σ cos 2πxᵢ / n) + 20 + e with r = ‖x‖ / √n: a nearly
/// flat rim, a funnel with a lattice of dents, and a sharp cone at its bottom.
///
/// Far out the dents hide the faint slope of the funnel. At the minimum there is no gradient; its
/// part from the cone is taken as 0 there. Written as 20 (1 − e^(−0.2 r)) + e (1 − e^(−2σ)), where
/// σ is the mean of sin² πxᵢ, so that nothing cancels near 0.
public struct Ackley: FormulaFunction {
  public static let card = FunctionCard(
    name: "ackley", title: "Ackley",
    formula: "-20 exp(-0.2 sqrt(sum_i x_i^2 / n)) - exp(sum_i cos(2 pi x_i) / n) + 20 + e",
    dimensionRule: "1 or more", tags: [.multimodal, .nonSmooth],
    kinkRule: "At 0 the derivatives of the part that is a cone are taken as 0.",
    source: "D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing, Kluwer 1987; in n "
      + "variables T. Baeck, Evolutionary Algorithms in Theory and Practice, Oxford 1996")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] {
    Array(repeating: -32.768...32.768, count: dimension)
  }
  public var start: Vector { .alternating(15.3, -8.6, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    let share = S(1 / Double(x.count))
    var squares: S = 0
    var ripples: S = 0
    for i in 0..<x.count {
      let sine = S.sin(S(Double.pi) * x[i])
      squares += x[i] * x[i]
      ripples += sine * sine
    }
    let funnel = S.expMinusOne(-0.2 * S.cuspRoot(share * squares))
    return -20 * funnel - S(Double.exp(1)) * .expMinusOne(-2 * share * ripples)
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let share = S(1 / Double(x.count))
    var squares: S = 0
    var ripples: S = 0
    for i in 0..<x.count {
      let sine = S.sin(S(Double.pi) * x[i])
      squares += x[i] * x[i]
      ripples += sine * sine
      gradient[i] = sine * .cos(S(Double.pi) * x[i])
    }
    let radius = S.cuspRoot(share * squares)
    let funnel = S.expMinusOne(-0.2 * radius)
    let dents = S.expMinusOne(-2 * share * ripples)
    let inward: S = radius.real == 0 ? 0 : 4 * share * (1 + funnel) / radius
    let across = S(4 * Double.pi * .exp(1)) * share * (1 + dents)
    for i in 0..<x.count { gradient[i] = inward * x[i] + across * gradient[i] }
    return -20 * funnel - S(Double.exp(1)) * dents
  }
}
