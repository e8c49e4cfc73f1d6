import LinearAlgebra
import Specifications

/// SGD with D-adaptation: its rate follows an estimate of the distance from the start to a
/// minimizer.
/// ``card`` has the formula, the references and what differs from them.
public struct DAdaptSGD: DecayingSettings {
  public static let card = OptimizerCard(
    name: "d-adapt-sgd", title: "D-Adapt SGD", order: .first,
    invariances: [.scale, .rotation],
    formula: "l = d ε / ‖g₀‖, s′ = s + l g, z ← z − l g, θ ← β θ + (1 − β) z, d ← max(d, 2 Σ lᵢ "
      + "⟨gᵢ, sᵢ⟩ / ‖s′‖)",
    reference: "Defazio and Mishchenko 2023, arXiv:2301.07733, algorithm \"SGD with D-Adaptation\"",
    notes: [
      "The estimate d of the distance D from the start to a minimizer starts at d₀ and never "
        + "falls; on a convex f, with β = 0, no estimate is above 2D.",
      "The first gradient that is not zero is g₀, whose norm stands for the Lipschitz constant of "
        + "f; until it comes nothing moves.",
      "The factor ε is meant for a schedule that begins at 1: with a constant one the steps do "
        + "not shrink, and an f with a kink is not solved beyond their size.",
      "Weight decay is coupled, as in the authors' code, where g₀ holds its part; in "
        + "pytorch_optimizer g₀ is without (preset=pytorch-optimizer).",
      "Decoupled decay shrinks z by the factor 1 − l λ.",
    ])
  public static let presets: [Preset<Self>] = [
    .pytorchOptimizer {
      $0.momentum = 0.9
      $0.normsDecayedGradient = false
    }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "factor of the estimated rate")
        .searched(.logarithmic(0.1...10)),
      .number("momentum", \.momentum, symbol: "β", in: .decay, "share of the iterate that is kept"),
      .number(
        "initial-distance", \.initialDistance, symbol: "d₀", in: .positive,
        "first estimate of the distance to a minimizer"
      ).searched(.logarithmic(1e-8...1)).aliased("d0"),
      .number(
        "growth", \.growth, in: Interval(1, .infinity),
        "most that the estimate grows by in a step"),
      .flag(
        "decayed-norm", \.normsDecayedGradient, "coupled decay is a part of the first gradient"),
    ] + decayParameters

  public var learningRate: Rate = 1
  /// β in [0, 1): share of the iterate that is kept.
  public var momentum = 0.0
  /// d₀ > 0: first estimate of the distance to a minimizer.
  public var initialDistance = 1e-6
  /// Most that the estimate grows by in a step, ≥ 1, may be ∞.
  public var growth = Double.infinity
  /// Whether coupled decay is a part of the first gradient.
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
    /// l; not known before the first gradient.
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
