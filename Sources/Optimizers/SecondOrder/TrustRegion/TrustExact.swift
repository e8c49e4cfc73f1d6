import LinearAlgebra
import Specifications

/// Trust region with the exact step: θ ← θ + p, where p minimizes gᵀp + pᵀHp/2 in ‖p‖ ≤ Δ, over all
/// such p, to rounding.
///
/// (H + λI) p = −g with λ ≥ 0 and H + λI positive semidefinite. Where H is indefinite p has a part
/// along the lowest eigenvector even where g has none (the hard case): the method leaves the ridge of
/// a saddle, and the saddle itself. scipy's `trust-exact` ends its iteration for λ early, within
/// tenths of the radius.
///
/// References: J. J. Moré and D. C. Sorensen, SIAM J. Sci. Stat. Comput. 4 (1983) 553–572; Nocedal and
/// Wright, Numerical Optimization, 2nd ed., section 4.3. One gradient a trial and one Hessian an
/// iterate; where H is positive definite some Cholesky factorizations, else its eigensystem.
public struct TrustExact: TrustRegionSettings {
  public static let card = OptimizerCard(
    name: "trust-exact", title: "Trust region, exact", order: .second,
    formula: "x <- x + p, p = argmin g^T p + p^T H p / 2 in |p| <= Delta",
    reference: "More and Sorensen, SIAM J. Sci. Stat. Comput. 4 (1983) 553-572; Nocedal and "
      + "Wright, Numerical Optimization, 2nd ed., section 4.3",
    notes: [
      "The step is exact to rounding; the trust-exact of scipy ends its iteration within "
        + "tenths of the radius.",
      "After a bad trial the radius is a quarter of |p|, not of itself as in the reference, "
        + "where a short step would be tried again.",
      "In scipy the radius is at most 1000 (preset=scipy).",
    ],
    presets: ["scipy": "max-radius=1000"])
  public static let parameters: [Parameter<Self>] = regionParameters

  public var storesMatrix: Bool { true }

  public var region = TrustRegion()

  public init() {}

  public struct Method: Optimizer {
    private var walk: TrustRegionWalk<ExactModel>

    public init(_ settings: TrustExact, dimension: Int) {
      walk = TrustRegionWalk(
        ExactModel(dimension: dimension), region: settings.region, dimension: dimension)
    }

    public var learningRate: Double { walk.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try walk.step(from: &x, querying: &oracle)
    }
  }
}
