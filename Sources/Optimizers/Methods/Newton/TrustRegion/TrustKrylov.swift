import LinearAlgebra
import Specifications

/// Trust region with Lanczos's process (GLTR): the minimum of the quadratic model within the
/// radius, over a space of products with H. ``card`` has the formula, the references and what
/// differs from them.
public struct TrustKrylov: TrustRegionSettings {
  public static let card = OptimizerCard(
    name: "trust-krylov", title: "Trust region, Lanczos (GLTR)", order: .second,
    invariances: [.rotation],
    formula: "x ← x + p, p = argmin gᵀ p + pᵀ H p / 2 in ‖p‖ ≤ Δ, p in span(g, Hg, ...)",
    reference: "Gould, Lucidi, Roma and Toint, SIAM J. Optim. 9 (1999) 504-525; Lenders, Kirches "
      + "and Potschka, Optim. Methods Softw. 33 (2018) 420-449, as in trlib and scipy 1.17",
    notes: [
      "It is scipy's trust-krylov, with its names and defaults.",
      "Where the radius does not bind, p is that of conjugate gradients, as in steihaug; where it "
        + "does, or H is not positive definite, p is the lowest point on the boundary, not the "
        + "first where the path leaves.",
      "The tridiagonal problem is solved by its eigensystem; trlib factorizes it, and in the hard "
        + "case takes an approximate eigenvector, so that p may then be another one.",
      "Lanczos's process is used throughout; trlib makes its basis by conjugate gradients and "
        + "rounds otherwise.",
      "The step stays in the space of g, Hg, H²g and so on: from the ridge of a saddle the method "
        + "goes to the saddle and stalls there.",
      "Each of k vectors of the space costs a product and O(k³) operations. One gradient a trial.",
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
  /// Whether to make fewer products where the gradient is large, as Newton's method allows.
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
    public func diagnostics(at x: Vector) -> [Diagnostic] { walk.diagnostics(at: x) }
  }
}
