import LinearAlgebra
import Specifications

/// Trust region with truncated conjugate gradients (Steihaug and Toint). ``card`` has the formula,
/// the references and what differs from them.
public struct Steihaug: TrustRegionSettings {
  public static let card = OptimizerCard(
    name: "steihaug", title: "Trust region, Steihaug-Toint CG", order: .second,
    invariances: [.rotation],
    formula: "x ← x + p, p = CG on H p = −g, ended at ‖p‖ = Δ or negative curvature",
    reference: "Steihaug, SIAM J. Numer. Anal. 20 (1983) 626-637; Toint, Towards an efficient "
      + "sparsity exploiting Newton method for minimization, 1981; Nocedal and Wright, Numerical "
      + "Optimization, 2nd ed., algorithm 7.2",
    notes: [
      "It asks for products with H only and stores no matrix, so that n may be large. A trial that "
        + "is refused starts the path anew, with its products.",
      "Negative curvature takes p to the boundary; but p stays in the space of g, Hg, H²g and so "
        + "on: from the ridge of a saddle the method goes to the saddle and stalls there.",
      Self.cutNote,
      "In scipy, where it is trust-ncg, the radius is at most 1000 (preset=scipy).",
      Self.roundingNote,
    ])
  public static let presets: [Preset<Self>] = [
    .scipy {
      $0.region.largestRadius = 1000
      $0.region.cut = .radius
    }
  ]
  public static let parameters: [Parameter<Self>] = regionParameters

  public var region = TrustRegion()

  public init() {}

  public struct Method: Optimizer {
    private var walk: TrustRegionWalk<SteihaugModel>

    public init(_ settings: Steihaug, dimension: Int) {
      walk = TrustRegionWalk(
        SteihaugModel(dimension: dimension), region: settings.region, dimension: dimension)
    }

    public var learningRate: Double { walk.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try walk.step(from: &x, querying: &oracle)
    }

    /// The region alone. H is known by products with some directions, and those with the others
    /// would be queries: charged, they might end the run earlier, and free of charge they would
    /// give the method what it did not pay for.
    public func diagnostics(at x: Vector) -> [Diagnostic] { walk.diagnostics(at: x) }
  }
}

/// The model with products asked from the oracle.
private struct SteihaugModel: TrustRegionModel {
  private var path: SteihaugPath

  init(dimension: Int) {
    path = SteihaugPath(dimension: dimension)
  }

  mutating func step<O: Oracle & ~Copyable>(
    from start: Sample, within radius: Double, querying oracle: inout O
  ) throws(Halt) -> ModelStep {
    try path.step(along: start.gradient, within: radius) { d, product throws(Halt) in
      try oracle.product(at: start.x, along: d, into: &product)
    }
  }
}
