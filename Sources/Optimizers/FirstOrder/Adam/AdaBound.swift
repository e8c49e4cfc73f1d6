import LinearAlgebra
import Specifications

/// AdaBound, Adam whose rates are led into a band around the rate of plain descent:
/// η = clip(ε√c₂/c₁ ⊘ (√s + δ), lₜ, uₜ), θ ← θ − η ⊗ m, with lₜ = ε*(1 − 1/(γt + 1)) and
/// uₜ = ε*(1 + 1/(γt)); m, s and cᵢ = 1 − βᵢᵗ are Adam's.
///
/// The method begins as Adam and ends as momentum with the rate ε*, the parameter `final-lr`. Under
/// a schedule ε* follows the learning rate. pytorch_optimizer has √(s + 1e-15), which is
/// `epsilon-root`. With `amsgrad` the largest s so far stands for s: the paper's AMSBound.
///
/// Reference: Luo, Xiong, Liu and Sun, "Adaptive Gradient Methods with Dynamic Bound of Learning
/// Rate", 2019, arXiv:1902.09843, algorithm 2; corrections and bounds as in the authors' code.
public struct AdaBound: DecayingSettings {
  public static let card = OptimizerCard(
    name: "adabound", title: "AdaBound", order: .first,
    formula: "theta <- theta - clip(eps sqrt(c2) / c1 / (sqrt(s) + delta), "
      + "final (1 - 1/(gamma t + 1)), final (1 + 1/(gamma t))) m",
    reference: "Luo, Xiong, Liu and Sun 2019, arXiv:1902.09843, algorithm 2",
    notes: [
      "Bias corrections and bounds are those of the authors' code.",
      "Under a schedule final-lr follows the learning rate.",
      "In pytorch_optimizer 1e-15 is added under the root (preset=pytorch-optimizer).",
    ],
    presets: ["pytorch-optimizer": "epsilon-root=1e-15,decay=decoupled"])
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
      .number(
        "final-lr", \.finalRate, symbol: "ε*", in: .nonNegative, "rate that the bounds close on"),
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of gradients"),
      .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the average of squares"),
      .number("gamma", \.gamma, symbol: "γ", in: .positive, "how fast the bounds close"),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator"),
      .number(
        "epsilon-root", \.epsilonRoot, symbol: "δ′", in: .nonNegative, "added under the root"),
      .amsgrad(\.isAMSGrad),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  public var finalRate = 0.1
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var gamma = 0.001
  public var epsilon = 1e-8
  public var epsilonRoot = 0.0
  public var isAMSGrad = false
  public var decay = WeightDecay()

  public init() {}

  public init(learningRate: Rate) {
    self.learningRate = learningRate
  }

  public struct Method: GradientMethod {
    let settings: AdaBound
    public var gradient: Vector
    private var moments: Moments
    private let firstRate: Double
    private var clock: RateClock

    public var learningRate: Double { clock.rate }
    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: AdaBound, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      moments = Moments(
        settings.beta1, settings.beta2, dimension: dimension, keepsLargest: settings.isAMSGrad)
      clock = RateClock(settings.learningRate)
      firstRate = clock.rate
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      settings.decay.apply(&x, &g, rate: clock.rate)
      moments.advance()
      let rate = clock.rate * moments.squareCorrection.squareRoot() / moments.meanCorrection
      let final = settings.finalRate * (firstRate > 0 ? clock.rate / firstRate : 1)
      let progress = settings.gamma * Double(clock.stepsTaken)
      let (lower, upper) = (final * (1 - 1 / (progress + 1)), final * (1 + 1 / progress))
      let (epsilon, shift) = (settings.epsilon, settings.epsilonRoot)
      let step = { (_: Double, m: Double, s: Double) in
        let denominator = (s + shift).squareRoot() + epsilon
        return min(max(quotient(rate, denominator), lower), upper) * m
      }
      moments.descend(&x, along: g, step: step)
    }
  }
}
