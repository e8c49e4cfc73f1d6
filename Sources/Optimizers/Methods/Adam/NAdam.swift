import LinearAlgebra
import RealModule
import Specifications

/// NAdam, Adam with Nesterov momentum.
/// ``card`` has the formula, the references and what differs from them.
public struct NAdam: DecayingSettings {
  public static let card = OptimizerCard(
    name: "nadam", title: "NAdam", order: .first,
    formula: "θ ← θ − ε (g (1 − μₜ)/(1 − Pₜ) + m μₜ₊₁/(1 − Pₜ₊₁)) / (√ŝ + δ)",
    reference: "Dozat, Incorporating Nesterov Momentum into Adam, 2016, algorithm 2",
    notes: [
      "Here μₜ = β₁ (1 − ½ · 0.96^(tψ)) and Pₜ = μ₁ ⋯ μₜ; m, s and ŝ are Adam's.",
      "In torch ψ = 0.004, in keras 1 (preset=keras); with momentum-decay=inf the momentum is β₁ "
        + "throughout, which is optax's adam(nesterov=True) (preset=optax).",
      "The epsilon-placement is that of adam; root, √(ŝ + δ), is optax's eps_root.",
    ])
  public static let presets: [Preset<Self>] = [
    .torch(),
    .keras {
      $0.learningRate = 0.001
      $0.epsilon = 1e-7
      $0.momentumDecay = 1
      $0.decay.kind = .decoupled
    },
    .optax { $0.momentumDecay = .infinity },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .choice("epsilon-placement", \.placement, "where δ stands in the denominator"),
      .number(
        "momentum-decay", \.momentumDecay, symbol: "ψ", in: Interval(0, .infinity),
        "how fast the momentum grows to β₁"),
    ] + decayParameters

  public var learningRate: Rate = 0.002
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// Where δ stands in the denominator.
  public var placement = Adam.Placement.corrected
  /// ψ ≥ 0, may be ∞: how fast the momentum grows to β₁.
  public var momentumDecay = 0.004
  public var decay = WeightDecay()

  public init() {}

  public var isCoordinatewise: Bool { !learningRate.followsLoss }

  public struct Method: UpdateRule {
    public var state: RunState<NAdam>
    private var moments: Moments
    private var product = DecayingPower(1)

    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: NAdam, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(settings.beta1, settings.beta2, dimension: dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      let now = momentum(at: stepsTaken)
      let next = momentum(at: stepsTaken + 1)
      product.multiply(by: now)
      let gradientRate = rate * (1 - now) / (1 - product.value)
      let meanRate = rate * next / (1 - product.value * next)
      let denominator = AdamDenominator(
        settings.epsilon, settings.placement, correction: moments.squareCorrection)
      moments.descend(&x, along: g) { g, m, s in
        quotient(gradientRate * g + meanRate * m, denominator(s))
      }
    }

    /// μₜ.
    private func momentum(at t: Int) -> Double {
      settings.beta1 * (1 - 0.5 * .pow(0.96, Double(t) * settings.momentumDecay))
    }
  }
}
