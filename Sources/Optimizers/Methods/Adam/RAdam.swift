import LinearAlgebra
import Specifications

/// RAdam, Adam with a warm-up of its own.
/// ``card`` has the formula, the references and what differs from them.
public struct RAdam: DecayingSettings {
  public static let card = OptimizerCard(
    name: "radam", title: "RAdam", order: .first,
    formula: "θ ← θ − ε rₜ m̂ / (√ŝ + δ) where ρₜ > τ, θ ← θ − ε m̂ before",
    reference: "Liu et al. 2020, arXiv:1908.03265, algorithm 2",
    notes: [
      "Here ρₜ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ) with ρ∞ = 2/(1 − β₂) − 1 is the number of gradients that the "
        + "average of squares is worth.",
      "The factor rₜ = √((ρₜ − 4)(ρₜ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρₜ)) grows to 1.",
      "With β₂ = 0.999 and τ = 5 the sixth step is the first that is rectified; with β₂ ≤ 0.6 (τ = "
        + "4) or β₂ ≤ 2/3 (τ = 5) none ever is.",
      "The τ of the paper is 4 (preset=paper), that of torch 5; optax asks for ρₜ ≥ 5, which is ρₜ "
        + "above the double below 5 (preset=optax).",
      "In torch δ is added to the root that is not corrected, in optax to the corrected one "
        + "(preset=optax); the placements are those of adam.",
      "The nesterov is that of optax; m̂ looks ahead as in optimistic-adam.",
    ])
  public static let presets: [Preset<Self>] = [
    .paper {
      $0.epsilon = 0
      $0.threshold = 4
    },
    .torch(),
    .optax {
      $0.placement = .corrected
      $0.threshold = 4.999999999999999
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .choice("epsilon-placement", \.placement, "where δ stands in the denominator"),
      .number(
        "threshold", \.threshold, symbol: "τ", in: Interval(4, .infinity, openAbove: true),
        "steps are rectified where ρₜ is above it"),
      .flag("nesterov", \.isNesterov, "look ahead by the average of gradients"),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// Where δ stands in the denominator.
  public var placement = Adam.Placement.uncorrected
  /// τ ≥ 4: steps are rectified where ρₜ is above it.
  public var threshold = 5.0
  /// Whether to look ahead by the average of gradients.
  public var isNesterov = false
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<RAdam>
    private var moments: Moments
    private let rectification: Rectification

    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: RAdam, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(settings.beta1, settings.beta2, dimension: dimension)
      rectification = Rectification(beta2: settings.beta2, threshold: settings.threshold)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      let rate = rate
      let mean = moments.correctedMean(looksAhead: settings.isNesterov)
      let factor = rectification.factor(at: stepsTaken, power: moments.squarePower)
      guard let factor else {
        moments.descend(&x, along: g) { g, m, _ in rate * mean(g, m) }
        return
      }
      let denominator = AdamDenominator(
        settings.epsilon, settings.placement, correction: moments.squareCorrection)
      moments.descend(&x, along: g) { g, m, s in
        rate * factor * quotient(mean(g, m), denominator(s))
      }
    }
  }
}
