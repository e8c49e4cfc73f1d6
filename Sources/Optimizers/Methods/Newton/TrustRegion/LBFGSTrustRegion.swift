import LinearAlgebra
import Specifications

/// L-BFGS in a trust region: the minimum of a quadratic model that is made of the last m steps.
/// ``card`` has the formula, the references and what differs from them.
public struct LBFGSTrustRegion: TrustRegionSettings {
  public static let card = OptimizerCard(
    name: "lbfgs-trust-region", title: "L-BFGS with trust region", order: .second,
    invariances: [.rotation],
    formula: "x ← x + p, p = argmin gᵀ p + pᵀ B p / 2 in ‖p‖ ≤ Δ, B from the last m steps",
    reference: "Burdakov, Gong, Zikrin and Yuan, Math. Program. Comput. 9 (2017) 101-134; B in its "
      + "subspace: Gill and Leonard, SIAM J. Optim. 14 (2003) 380-401",
    notes: [
      "B starts from γI, with γ = yᵀy / yᵀs of the newest pair s, y, or 1 before the first, and "
        + "takes the m updates B ← B − B s sᵀB / sᵀBs + y yᵀ / yᵀs.",
      "B is γI across the span of g and all s and y, which it maps into itself: so the minimum "
        + "over all p lies there, and a problem in 2m + 1 variables gives it to rounding. Burdakov "
        + "et al. find that space from the compact form of B.",
      "Pairs come from trials that were refused too; one with yᵀs ≤ 10⁻⁸ ‖y‖ ‖s‖ is skipped, so "
        + "that B stays positive definite.",
      "The radius is changed as by sr1-trust-region. Where B proposes no step that moves the "
        + "iterate, B begins anew.",
      "From the ridge of a saddle the method goes to the saddle.",
      "One gradient a trial, O(mn) numbers and O(m²n) operations, and no Hessian.",
    ])
  public static let parameters: [Parameter<Self>] =
    regionParameters + [
      .integer("memory", \.memory, symbol: "m", in: 1...1000, "steps that are remembered")
    ]

  public var region = LBFGSTrustRegion.usualRegion
  /// m; 0 would leave steepest descent.
  public var memory = 10

  public init() {}

  private static var usualRegion: TrustRegion {
    var region = TrustRegion()
    region.acceptance = 1e-4
    region.shrinkingRatio = 0.1
    region.shrinkingFactor = 0.5
    region.boundedShare = 0.8
    return region
  }

  public struct Method: Optimizer {
    private var walk: TrustRegionWalk<SpannedModel>

    public init(_ settings: LBFGSTrustRegion, dimension: Int) {
      walk = TrustRegionWalk(
        SpannedModel(memory: settings.memory), region: settings.region, dimension: dimension)
    }

    public var learningRate: Double { walk.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try walk.step(from: &x, querying: &oracle)
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] { walk.diagnostics(at: x) }
  }
}
