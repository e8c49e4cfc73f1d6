import LinearAlgebra
import Specifications

/// Trust region with the double dogleg, whose path turns towards Newton's direction earlier than
/// the dogleg's. ``card`` has the formula, the references and what differs from them.
public struct DoubleDogleg: TrustRegionSettings {
  public static let card = OptimizerCard(
    name: "double-dogleg", title: "Trust region, double dogleg", order: .second,
    invariances: [.scale, .rotation],
    formula: "x ← x + p, p lowest on the path 0, Cauchy point, η Newton, Newton in ‖p‖ ≤ Δ",
    reference: "Dennis and Mei, J. Optim. Theory Appl. 28 (1979) 453-482; Dennis and Schnabel, "
      + "Numerical Methods for Unconstrained Optimization and Nonlinear Equations, section 6.4.2",
    notes: [
      "The second corner is at η times Newton's step, with η = 0.2 + 0.8γ and γ = (gᵀg)² / (gᵀHg "
        + "gᵀH⁻¹g), which is 1 at most.",
      "Where the Hessian is not positive definite a shifted one stands for it (indefinite=shift), "
        + "or the run ends (indefinite=fail), as in dogleg. The rest too is as there.",
      Self.cutNote,
    ])
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

    public init(_ settings: DoubleDogleg, dimension: Int) {
      let model = DoglegModel(dimension: dimension, path: .double, indefinite: settings.indefinite)
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
