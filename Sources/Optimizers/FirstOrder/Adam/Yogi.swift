import LinearAlgebra
import Specifications

/// Yogi, Adam whose average of squares moves by no more than the new square:
/// s ← s − (1−β₂) sign(s − g ⊗ g) ⊗ g ⊗ g, θ ← θ − ε m̂ ⊘ (√ŝ + δ).
///
/// After large gradients Adam's s decays by the factor β₂ a step, Yogi's only by (1−β₂)g², so that
/// the rate does not shoot up. optax and pytorch_optimizer begin with s = m = 1e-6 and correct the
/// bias of both; the paper corrects nothing.
///
/// Reference: Zaheer, Reddi, Sachan, Kale and Kumar, "Adaptive Methods for Nonconvex Optimization",
/// 2018, algorithm 2.
public struct Yogi: DecayingSettings {
  public static let card = OptimizerCard(
    name: "yogi", title: "Yogi", order: .first,
    formula: "m <- b1 m + (1 - b1) g, s <- s - (1 - b2) sign(s - g^2) g^2, "
      + "theta <- theta - eps m^ / (sqrt(s^) + delta)",
    reference: "Zaheer et al., Adaptive Methods for Nonconvex Optimization, 2018, algorithm 2",
    notes: [
      "Both averages begin at 1e-6 and are corrected for bias, as in optax and "
        + "pytorch_optimizer; the paper corrects nothing (preset=paper)."
    ],
    presets: [
      "paper": "bias-correction=false,initial-mean=0",
      "optax": "",
      "pytorch-optimizer": "decay=decoupled",
    ])
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of gradients"),
      .number("beta2", \.beta2, symbol: "β₂", in: .decay, "1 - beta2 is the share of a square"),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator"),
      .number(
        "initial-accumulator", \.initialAccumulator, symbol: "s₀", in: .nonNegative,
        "s before the first step"),
      .number(
        "initial-mean", \.initialMean, symbol: "m₀", in: .finite, "m before the first step"),
      .flag("bias-correction", \.correctsBias, "divide the averages by 1 - beta^t"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var epsilon = 1e-3
  public var initialAccumulator = 1e-6
  public var initialMean = 1e-6
  public var correctsBias = true
  public var decay = WeightDecay()

  public init() {}

  public init(learningRate: Rate) {
    self.learningRate = learningRate
  }

  public struct Method: GradientMethod {
    let settings: Yogi
    public var gradient: Vector
    private var moments: Moments
    private var clock: RateClock

    public var learningRate: Double { clock.rate }
    public var gradientScale: Vector? {
      settings.correctsBias ? moments.scale : moments.squares.map { $0.squareRoot() }
    }

    public init(_ settings: Yogi, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      moments = Moments(
        settings.beta1, settings.beta2, dimension: dimension, mean: settings.initialMean,
        square: settings.initialAccumulator)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      settings.decay.apply(&x, &g, rate: clock.rate)
      moments.advance()
      let corrects = settings.correctsBias
      let rate = clock.rate / (corrects ? moments.meanCorrection : 1)
      let denominator = AdamDenominator(
        settings.epsilon, .corrected, correction: corrects ? moments.squareCorrection : 1)
      let share = 1 - settings.beta2
      moments.descend(
        &x, along: g, accumulate: { s, g, _ in s - share * sign(s - g * g) * (g * g) },
        step: { _, m, s in rate * quotient(m, denominator(s)) })
    }
  }
}
