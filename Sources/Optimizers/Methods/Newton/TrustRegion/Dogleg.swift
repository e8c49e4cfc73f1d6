import LinearAlgebra
import Specifications

/// Trust region with Powell's dogleg: the lowest point of the quadratic model on a path with one
/// corner. ``card`` has the formula, the references and what differs from them.
public struct Dogleg: TrustRegionSettings {
  public static let card = OptimizerCard(
    name: "dogleg", title: "Trust region, dogleg", order: .second,
    invariances: [.scale, .rotation],
    formula: "x ← x + p, p lowest on the path 0, Cauchy point, Newton point in ‖p‖ ≤ Δ",
    reference: "Powell, A hybrid method for nonlinear equations, 1970; Nocedal and Wright, "
      + "Numerical Optimization, 2nd ed., section 4.1, (4.16)",
    notes: [
      "The path leads from 0 to the minimum along −g, p = −(gᵀg / gᵀHg) g, and on to Newton's "
        + "point −H⁻¹g.",
      "Where the Hessian is not positive definite H + τI stands for it, with τ from algorithm 3.3 "
        + "of Nocedal and Wright; in scipy the run ends (preset=scipy).",
      "The method knows no direction of negative curvature: from the ridge of a saddle it goes to "
        + "the saddle, and stalls there.",
      "One gradient a trial, one Hessian and one or more Cholesky factorizations an iterate.",
      Self.cutNote,
      "In scipy the radius is at most 1000 (preset=scipy).",
      Self.roundingNote,
    ])
  public static let presets: [Preset<Self>] = [
    .scipy {
      $0.indefinite = .fail
      $0.region.largestRadius = 1000
      $0.region.cut = .radius
    }
  ]
  public static let parameters: [Parameter<Self>] =
    regionParameters + [
      .choice("indefinite", \.indefinite, "what to do where the Hessian is not positive definite")
    ]

  public var storesMatrix: Bool { true }

  public var region = TrustRegion()
  /// What to do where the Hessian is not positive definite.
  public var indefinite = IndefiniteHessian.shift

  public init() {}

  public struct Method: Optimizer {
    private var walk: TrustRegionWalk<DoglegModel>

    public init(_ settings: Dogleg, dimension: Int) {
      let model = DoglegModel(
        dimension: dimension, path: .single, indefinite: settings.indefinite)
      walk = TrustRegionWalk(model, region: settings.region, dimension: dimension)
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
