import LinearAlgebra
import Specifications

/// BFGS: p = −M g, θ ← θ + ε p, where M approximates H⁻¹.
///
/// After a step s with the change of gradient y, and ρ = 1 / yᵀs,
/// M ← (I − ρ s yᵀ) M (I − ρ y sᵀ) + ρ s sᵀ. The minus sign in p = −M g matters, though it is
/// missing in some printed lectures: M is positive definite, so +M g would climb. M begins as I;
/// with `scaling` it becomes (yᵀs / yᵀy) I just before its first update, the size of H⁻¹ along that
/// step. Pairs with yᵀs not clearly positive are skipped, as may happen without a Wolfe search;
/// with `damping` y is drawn towards M⁻¹ s before, until yᵀs ≥ 0.2 sᵀM⁻¹s, and no pair is lost.
///
/// Reference: Nocedal and Wright, Numerical Optimization, 2nd ed., section 6.1. One gradient a
/// trial, O(n²) numbers; O(n²) operations a step, or O(n³) with `update=product`.
public struct BFGS: LineSearchSettings {
  /// The order of operations in which M is updated, which is told by rounding alone.
  public enum Update: String, CaseIterable, Sendable {
    /// M plus a matrix of rank two.
    case sum
    /// The formula as it stands, by products of whole matrices.
    case product
  }

  public static let card = OptimizerCard(
    name: "bfgs", title: "BFGS", order: .second,
    invariances: [.scale, .rotation],
    formula: "p ← −M g, x ← x + ε p, M ← (I − r s yᵀ) M (I − r y sᵀ) + r s sᵀ",
    reference: "Nocedal and Wright, Numerical Optimization, 2nd ed., section 6.1, algorithm 6.1 "
      + "and (6.17)",
    notes: [
      "M is scaled by the first step before its first update; in scipy it is not, M is updated "
        + "by products of whole matrices, and the search is another (preset=scipy).",
      "Pairs with y^T s not clearly positive are skipped, unless damping is on; scipy learns from "
        + "all (preset=scipy).",
      "Where a direction climbs, -g is searched, and pairs with y^T s = 0 teach nothing, with "
        + "preset=scipy too; scipy searches along any, and takes 1 / y^T s for 1000.",
      ScipySearch.note,
    ])
  public static let presets: [Preset<Self>] = [
    .scipy {
      $0.isScaled = false
      $0.pairTest = .none
      $0.update = .product
      $0.lineSearch.search = ScipySearch()
    }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .flag("scaling", \.isScaled, "scale M by the first step before its first update"),
      .flag("damping", \.isDamped, "Powell's damping of y, so that every pair is learned from"),
      .choice("pair-test", \.pairTest, QuasiNewtonRules.PairTest.summary),
      .choice("update", \.update, "M plus a matrix of rank two, or the product of matrices"),
    ] + lineSearchParameters

  public var storesMatrix: Bool { true }

  public var isScaled = true
  public var isDamped = false
  public var pairTest = QuasiNewtonRules.PairTest.relative
  public var update = Update.sum
  public var lineSearch = StepLengthRule(remainingSlope: 0.9)

  public init() {}

  public struct Method: Optimizer {
    private var quasiNewton: QuasiNewton<BFGSInverse>

    public init(_ settings: BFGS, dimension: Int) {
      var rules = QuasiNewtonRules()
      rules.isDamped = settings.isDamped
      rules.pairTest = settings.pairTest
      quasiNewton = QuasiNewton(
        BFGSInverse(settings, dimension: dimension),
        lineSearch: settings.lineSearch, rules: rules, dimension: dimension)
    }

    public var learningRate: Double { quasiNewton.track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try quasiNewton.step(from: &x, querying: &oracle)
    }

    public func exhibits(at x: Vector) -> [Exhibit] { quasiNewton.exhibits(at: x) }
  }
}
