import LinearAlgebra
import Specifications

/// AdaMod, Adam whose rates stay below their own average: η = ε√c₂/c₁ ⊘ (√s + δ),
/// b ← β₃b + (1−β₃)η, θ ← θ − min(η, b) ⊗ m; m, s and cᵢ = 1 − βᵢᵗ are Adam's.
///
/// b begins at 0 and is not corrected, which is a warm-up of about 1/(1−β₃) steps.
/// pytorch_optimizer has β₂ = 0.99 and β₃ = 0.9999.
///
/// Reference: Ding, Ren, Luo and Sun, "An Adaptive and Momental Bound Method for Stochastic
/// Learning", 2019, arXiv:1910.12249.
public struct AdaMod: DecayingSettings {
  public static let card = OptimizerCard(
    name: "adamod", title: "AdaMod", order: .first,
    formula: "eta = eps sqrt(c2) / c1 / (sqrt(s) + delta), b <- b3 b + (1 - b3) eta, "
      + "theta <- theta - min(eta, b) m",
    reference: "Ding, Ren, Luo and Sun 2019, arXiv:1910.12249",
    notes: [
      "The average of rates begins at 0 and is not corrected, which is a warm-up of about 1 / "
        + "(1 - beta3) steps.",
      "In pytorch_optimizer beta2 is 0.99 and beta3 is 0.9999 (preset=pytorch-optimizer).",
    ],
    presets: ["pytorch-optimizer": "beta2=0.99,beta3=0.9999,decay=decoupled"])
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of gradients"),
      .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the average of squares"),
      .number("beta3", \.beta3, symbol: "β₃", in: .decay, "decay of the average of rates"),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator"),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var beta3 = 0.999
  public var epsilon = 1e-8
  public var decay = WeightDecay()

  public init() {}

  public init(learningRate: Rate) {
    self.learningRate = learningRate
  }

  public struct Method: GradientMethod {
    let settings: AdaMod
    public var gradient: Vector
    private var moments: Moments
    private var bounds: Vector
    private var clock: RateClock

    public var learningRate: Double { clock.rate }
    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: AdaMod, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      moments = Moments(settings.beta1, settings.beta2, dimension: dimension)
      bounds = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      settings.decay.apply(&x, &g, rate: clock.rate)
      moments.advance()
      let rate = clock.rate * moments.squareCorrection.squareRoot() / moments.meanCorrection
      Self.update(
        &x, means: &moments.means, squares: &moments.squares, bounds: &bounds, gradient: g,
        rate: rate, settings)
    }

    private static func update(
      _ x: inout Vector, means: inout Vector, squares: inout Vector, bounds: inout Vector,
      gradient: Vector, rate: Double, _ settings: AdaMod
    ) {
      var theta = x.mutableSpan
      var m = means.mutableSpan
      var s = squares.mutableSpan
      var b = bounds.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        m[i] = blend(settings.beta1, m[i], g[i])
        s[i] = blendSquare(settings.beta2, s[i], g[i])
        let denominator = s[i].squareRoot() + settings.epsilon
        // Where no gradient was there is no rate to average either.
        let own = denominator == 0 ? 0 : rate / denominator
        b[i] = blend(settings.beta3, b[i], own)
        theta[i] -= min(own, b[i]) * m[i]
      }
    }
  }
}
