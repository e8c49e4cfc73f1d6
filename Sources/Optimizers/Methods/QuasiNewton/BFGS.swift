import LinearAlgebra
import Specifications

/// BFGS: a search along −M g, where M approximates H⁻¹ and learns from every step by a change of
/// rank two. ``card`` has the formula, the references and what differs from them.
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
      "After a step s with the change y of the gradient, r = 1 / yᵀs. M begins as I. The minus "
        + "sign in p = −M g is missing in some printed lectures; M is positive definite, so that "
        + "+M g would climb.",
      "With scaling M becomes (yᵀs / yᵀy) I just before its first update, the size of H⁻¹ along "
        + "that step; in scipy it does not, M is updated by products of whole matrices, and the "
        + "search is another (preset=scipy).",
      "Pairs with yᵀs not clearly positive, as may happen without a Wolfe search, are skipped; "
        + "scipy learns from all (preset=scipy).",
      "With damping y is drawn towards M⁻¹s until yᵀs ≥ 0.2 sᵀM⁻¹s, and no pair is skipped.",
      "Where a direction climbs, −g is searched, and pairs with yᵀs = 0 teach nothing, with "
        + "preset=scipy too; scipy searches along any, and takes 1 / yᵀs for 1000.",
      "O(n²) numbers; O(n²) operations a step, or O(n³) with update=product. One gradient a "
        + "trial.",
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

  /// Whether to scale M by the first step before its first update.
  public var isScaled = true
  /// Whether y is damped as Powell has it, so that every pair is learned from.
  public var isDamped = false
  /// Which pairs are learned from.
  public var pairTest = QuasiNewtonRules.PairTest.relative
  /// How M is updated: by a matrix of rank two, or as a product of matrices.
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

    public func diagnostics(at x: Vector) -> [Diagnostic] { quasiNewton.diagnostics(at: x) }
  }
}
