import LinearAlgebra
import Specifications

/// Trust region with the double dogleg: the dogleg's path with a second corner at ηp, p = −H⁻¹g,
/// with η = 0.2 + 0.8γ and γ = (gᵀg)² / (gᵀHg gᵀH⁻¹g), which is 1 at most.
///
/// The path turns towards Newton's direction earlier than the dogleg's. For the rest, and for
/// indefinite H, see `Dogleg`.
///
/// References: J. E. Dennis and H. H. W. Mei, J. Optim. Theory Appl. 28 (1979) 453–482; J. E.
/// Dennis and R. B. Schnabel, Numerical Methods for Unconstrained Optimization and Nonlinear
/// Equations, section 6.4.2.
public struct DoubleDogleg: TrustRegionSettings {
  public static let card = OptimizerCard(
    name: "double-dogleg", title: "Trust region, double dogleg", order: .second,
    invariances: [.scale, .rotation],
    formula: "x ← x + p, p lowest on the path 0, Cauchy point, η Newton, Newton in ‖p‖ ≤ Δ",
    reference: "Dennis and Mei, J. Optim. Theory Appl. 28 (1979) 453-482; Dennis and Schnabel, "
      + "section 6.4.2",
    notes: [
      "Where the Hessian is not positive definite a shifted one stands for it "
        + "(indefinite=shift), or the run ends (indefinite=fail).",
      "After a bad trial the radius is a quarter of |p|, not of itself as in the reference, "
        + "where a short step would be tried again.",
    ])
  public static let parameters: [Parameter<Self>] =
    regionParameters + [
      .choice("indefinite", \.indefinite, "what to do where the Hessian is not positive definite")
    ]

  public var storesMatrix: Bool { true }

  public var region = TrustRegion()
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

    public func exhibits(at x: Vector) -> [Exhibit] { walk.exhibits(at: x) }
  }
}
