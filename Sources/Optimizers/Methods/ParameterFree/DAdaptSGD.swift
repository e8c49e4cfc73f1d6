import LinearAlgebra
import Specifications

/// SGD with D-adaptation: λ = dεₜ/‖g₀‖, s' = s + λg, z ← z − λg, θ ← βθ + (1−β) z,
/// d ← max(d, 2 Σ λᵢ⟨gᵢ, sᵢ⟩ / ‖s'‖).
///
/// d, which starts at d₀ and never falls, estimates the distance D from the start to a minimizer:
/// on a convex f, with β = 0, no estimate is above 2D. ‖g₀‖, the first gradient that is not zero,
/// stands for the Lipschitz constant of f. εₜ is a schedule that begins at 1: with a constant one
/// the steps do not shrink, and an f with a kink is not solved beyond their size. As long as all
/// gradients are zero nothing moves. Weight decay is coupled in the authors' code, where g₀ holds
/// its part; in pytorch_optimizer g₀ is without (`decayed-norm=false`). Decoupled, z shrinks by
/// 1 − λ times the strength.
///
/// Reference: A. Defazio and K. Mishchenko, "Learning-Rate-Free Learning by D-Adaptation", 2023,
/// arXiv:2301.07733, "SGD with D-Adaptation".
public struct DAdaptSGD: DecayingSettings {
  public static let card = OptimizerCard(
    name: "d-adapt-sgd", title: "D-Adapt SGD", order: .first,
    invariances: [.scale, .rotation],
    formula: "l = d ε / ‖g₀‖, s′ = s + l g, z ← z − l g, θ ← β θ + (1 − β) z, d ← max(d, 2 Σ lᵢ "
      + "⟨gᵢ, sᵢ⟩ / ‖s′‖)",
    reference: "Defazio and Mishchenko 2023, arXiv:2301.07733, algorithm \"SGD with "
      + "D-Adaptation\"",
    notes: [
      "The first gradient that is not zero stands for the Lipschitz constant; until it comes "
        + "nothing moves.",
      "Weight decay is coupled, as in the authors' code.",
      "In pytorch_optimizer the first gradient is taken without weight decay "
        + "(preset=pytorch-optimizer).",
    ])
  public static let presets: [Preset<Self>] = [
    .pytorchOptimizer {
      $0.momentum = 0.9
      $0.normsDecayedGradient = false
    }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "factor of the estimated rate"),
      .number("momentum", \.momentum, symbol: "β", in: .decay, "share of the iterate that is kept"),
      .number(
        "initial-distance", \.initialDistance, symbol: "d₀", in: .positive,
        "first estimate of the distance to a minimizer"
      ).aliased("d0"),
      .number(
        "growth", \.growth, in: Interval(1, .infinity), "most that the estimate grows by in a step"),
      .flag(
        "decayed-norm", \.normsDecayedGradient, "coupled decay is a part of the first gradient"),
    ] + decayParameters

  public var learningRate: Rate = 1
  public var momentum = 0.0
  public var initialDistance = 1e-6
  public var growth = Double.infinity
  public var normsDecayedGradient = true
  public var decay = WeightDecay()

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<DAdaptSGD>
    /// z; empty before the first step, where it is θ.
    var base: Vector = []
    var sum: Vector
    var numerator = 0.0
    var firstNorm = 0.0
    /// d.
    private(set) var distance: Double
    /// λ; not known before the first gradient.
    public private(set) var learningRate = Double.nan

    public init(_ settings: DAdaptSGD, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      sum = .zeros(dimension)
      distance = settings.initialDistance
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      if base.isEmpty { base = x }
      state.clock.advance(loss: value)
      if firstNorm == 0, !settings.normsDecayedGradient { firstNorm = g.norm }
      if settings.decay.kind == .coupled { settings.decay.apply(&x, &g, rate: learningRate) }
      if firstNorm == 0, settings.normsDecayedGradient { firstNorm = g.norm }
      guard firstNorm != 0 else { return }
      learningRate = distance * rate / firstNorm
      numerator += learningRate * g.dot(sum)
      sum.add(learningRate, g)
      estimateDistance()
      if settings.decay.kind == .decoupled { settings.decay.apply(&base, &g, rate: learningRate) }
      base.add(-learningRate, g)
      for i in x.indices {
        x[i] = settings.momentum * x[i] + (1 - settings.momentum) * base[i]
      }
    }

    private mutating func estimateDistance() {
      let estimate = quotient(2 * numerator, sum.norm)
      distance = max(distance, min(estimate, distance * settings.growth))
    }
  }
}
