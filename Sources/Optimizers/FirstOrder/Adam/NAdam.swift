import LinearAlgebra
import RealModule
import Specifications

/// NAdam, Adam with Nesterov momentum:
/// θ ← θ − ε [ (1−μₜ)/(1−Pₜ) g + μₜ₊₁/(1−Pₜμₜ₊₁) m ] ⊘ (√ŝ + δ), where
/// μₜ = β₁ (1 − ½·0.96^(tψ)) and Pₜ = μ₁ ⋯ μₜ; m, s and ŝ are Adam's.
///
/// ψ, the parameter `momentum-decay`, is 0.004 in torch, 1 in keras; with `inf` the momentum is
/// β₁ throughout, which is optax's `adam(nesterov=True)`. `epsilon-placement` is that of `adam`;
/// `root` √(ŝ + δ) is optax's `eps_root`.
///
/// Reference: T. Dozat, "Incorporating Nesterov Momentum into Adam", 2016, algorithm 2.
public struct NAdam: DecayingSettings {
  public static let card = OptimizerCard(
    name: "nadam", title: "NAdam", order: .first,
    formula: "theta <- theta - eps (g (1 - mu_t)/(1 - P_t) "
      + "+ m mu_(t+1)/(1 - P_(t+1))) / (sqrt(s^) + delta)",
    reference: "Dozat, Incorporating Nesterov Momentum into Adam, 2016, algorithm 2",
    notes: [
      "The decay of the momentum is 0.004 in torch and 1 in keras (preset=keras); with inf the "
        + "momentum is beta1 throughout, as in optax (preset=optax)."
    ],
    presets: [
      "torch": "",
      "keras": "lr=0.001,epsilon=1e-07,momentum-decay=1,decay=decoupled",
      "optax": "momentum-decay=inf",
    ])
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of gradients"),
      .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the average of squares"),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator"),
      .choice("epsilon-placement", \.placement, "where epsilon stands in the denominator"),
      .number(
        "momentum-decay", \.momentumDecay, symbol: "ψ", in: Interval(0, .infinity),
        "how fast the momentum grows to beta1"),
    ] + decayParameters

  public var learningRate: Rate = 0.002
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var epsilon = 1e-8
  public var placement = Adam.Placement.corrected
  public var momentumDecay = 0.004
  public var decay = WeightDecay()

  public init() {}

  public init(learningRate: Rate) {
    self.learningRate = learningRate
  }

  public struct Method: GradientMethod {
    let settings: NAdam
    public var gradient: Vector
    private var moments: Moments
    private var product = DecayingPower(1)
    private var clock: RateClock

    public var learningRate: Double { clock.rate }
    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: NAdam, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      moments = Moments(settings.beta1, settings.beta2, dimension: dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      settings.decay.apply(&x, &g, rate: clock.rate)
      moments.advance()
      let now = momentum(at: clock.stepsTaken)
      let next = momentum(at: clock.stepsTaken + 1)
      product.multiply(by: now)
      let gradientRate = clock.rate * (1 - now) / (1 - product.value)
      let meanRate = clock.rate * next / (1 - product.value * next)
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
