import LinearAlgebra
import Specifications

/// Trust region with Lanczos's process (GLTR): θ ← θ + p, where p minimizes gᵀp + pᵀHp/2 in ‖p‖ ≤ Δ
/// over the space of g, Hg, H²g and so on.
///
/// scipy's `trust-krylov`, with its names and defaults. Where the radius does not bind, p is that
/// of conjugate gradients, as in `steihaug`; where it does, or H is not positive definite, p is the
/// lowest point on the boundary, not the first where the path leaves. For the space see
/// `KrylovModel`; k of its vectors cost k products and O(k³) operations each. p stays in it: from
/// the ridge of a saddle the method goes to the saddle and stalls there.
///
/// References: N. I. M. Gould, S. Lucidi, M. Roma and Ph. L. Toint, "Solving the trust-region
/// subproblem using the Lanczos method", SIAM J. Optim. 9 (1999) 504–525; F. Lenders, C. Kirches
/// and A. Potschka, "trlib: a vector-free implementation of the GLTR method", Optim. Methods Softw.
/// 33 (2018) 420–449. One gradient a trial.
public struct TrustKrylov: TrustRegionSettings {
  public static let card = OptimizerCard(
    name: "trust-krylov", title: "Trust region, Lanczos (GLTR)", order: .second,
    invariances: [.rotation],
    formula: "x ← x + p, p = argmin gᵀ p + pᵀ H p / 2 in ‖p‖ ≤ Δ, p in span(g, Hg, ...)",
    reference: "Gould, Lucidi, Roma and Toint, SIAM J. Optim. 9 (1999) 504-525; Lenders, Kirches "
      + "and Potschka, Optim. Methods Softw. 33 (2018) 420-449, as in trlib and scipy 1.17",
    notes: [
      "The tridiagonal problem is solved by its eigensystem; trlib factorizes it, and in the hard "
        + "case takes an approximate eigenvector, so that p may then be another one.",
      "Lanczos's process is used throughout; trlib makes its basis by conjugate gradients and "
        + "rounds otherwise.",
      "From the ridge of a saddle the method goes to the saddle and stalls there.",
      Self.roundingNote,
    ])
  public static let parameters: [Parameter<Self>] =
    regionParameters + [
      .flag(
        "inexact", \.isInexact,
        "fewer products where the gradient is large, as Newton's method "
          + "allows")
    ]

  public var storesMatrix: Bool { true }

  public var region = TrustKrylov.usualRegion
  public var isInexact = true

  public init() {}

  private static var usualRegion: TrustRegion {
    var region = TrustRegion()
    region.largestRadius = 1000
    region.cut = .radius
    return region
  }

  public struct Method: Optimizer {
    private var walk: TrustRegionWalk<KrylovModel>

    public init(_ settings: TrustKrylov, dimension: Int) {
      walk = TrustRegionWalk(
        KrylovModel(isInexact: settings.isInexact), region: settings.region, dimension: dimension)
    }

    public var learningRate: Double { walk.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try walk.step(from: &x, querying: &oracle)
    }

    /// The region alone, as of `Steihaug`.
    public func exhibits(at x: Vector) -> [Exhibit] { walk.exhibits(at: x) }
  }
}
