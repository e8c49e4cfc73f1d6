import LinearAlgebra
import Specifications

/// Trust region with the exact step: the minimum of the quadratic model within the radius, over all
/// steps. ``card`` has the formula, the references and what differs from them.
public struct TrustExact: TrustRegionSettings {
  public static let card = OptimizerCard(
    name: "trust-exact", title: "Trust region, exact", order: .second,
    invariances: [.scale, .rotation],
    formula: "x ← x + p, p = argmin gᵀ p + pᵀ H p / 2 in ‖p‖ ≤ Δ",
    reference: "Moré and Sorensen, SIAM J. Sci. Stat. Comput. 4 (1983) 553-572; Nocedal and "
      + "Wright, Numerical Optimization, 2nd ed., section 4.3",
    notes: [
      "The step solves (H + λI) p = −g with λ ≥ 0 and H + λI positive semidefinite. Where H is "
        + "indefinite p has a part along the lowest eigenvector even where g has none (the hard "
        + "case): the method leaves the ridge of a saddle, and the saddle itself.",
      "The iteration for λ ends once ‖p‖ is Δ to a share of tolerance, which takes two or three "
        + "Cholesky factorizations; tolerance=0 goes on to rounding.",
      "The radius begins at 2: where the first steps go decides to which minimum the method comes, "
        + "and this start takes it to the lowest ones more often on the problems of Moré, Garbow "
        + "and Hillstrom.",
      Self.cutNote,
      "In scipy the radius is 1 at first and at most 1000, and λ is searched as Conn, Gould and "
        + "Toint do (preset=scipy).",
      Self.roundingNote,
      "One gradient a trial and one Hessian an iterate; some Cholesky factorizations of it, and "
        + "its eigensystem where H is not positive definite and these do not settle λ.",
    ])
  public static let presets: [Preset<Self>] = [
    .scipy {
      $0.region.radius = 1
      $0.region.largestRadius = 1000
      $0.region.cut = .radius
      $0.search = .connGouldToint
    }
  ]
  public static let parameters: [Parameter<Self>] =
    regionParameters + [
      .number(
        "tolerance", \.tolerance, symbol: "κ", in: Interval(0, 1, openAbove: true),
        "how far ‖p‖ on the boundary may be from the radius, relative to it"),
      .choice("solver", \.search, "how λ is found for the radius"),
    ]

  public var storesMatrix: Bool { true }

  public var region = TrustExact.usualRegion
  /// κ in [0, 1): how far ‖p‖ on the boundary may be from the radius, relative to it.
  public var tolerance = 0.1
  /// How λ is found for the radius.
  public var search = RadiusSearch.moreSorensen

  public init() {}

  private static var usualRegion: TrustRegion {
    var region = TrustRegion()
    region.radius = 2
    return region
  }

  public struct Method: Optimizer {
    private var walk: TrustRegionWalk<ExactModel>

    public init(_ settings: TrustExact, dimension: Int) {
      walk = TrustRegionWalk(
        ExactModel(
          dimension: dimension, tolerance: settings.tolerance, search: settings.search),
        region: settings.region, dimension: dimension)
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
