import LinearAlgebra
import Specifications

/// AdaMax, Adam in the infinity norm: u ← max(β₂u, |g|), θ ← θ − ε/(1−β₁ᵗ) m ⊘ u.
///
/// The paper has no δ. torch and optax put it `inside` the maximum, max(β₂u, |g| + δ); keras
/// divides by u + δ, `outside`. With δ = 0 a component whose gradient is and was zero is not
/// moved. A NaN gradient makes u NaN and stays.
///
/// Reference: Kingma and Ba, "Adam", 2014, arXiv:1412.6980, algorithm 2.
public struct AdaMax: GradientSettings {
  public static let card = OptimizerCard(
    name: "adamax", title: "AdaMax", order: .first,
    formula: "m <- b1 m + (1 - b1) g, u <- max(b2 u, |g| + delta), "
      + "theta <- theta - eps / (1 - b1^t) m / u",
    reference: "Kingma and Ba 2014, arXiv:1412.6980, algorithm 2")
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
    .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of gradients"),
    .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the maximum"),
    .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator"),
    .choice("epsilon-placement", \.placement, "inside or outside the maximum"),
  ]

  public var learningRate: Rate = 0.002
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var epsilon = 1e-8
  public var placement = EpsilonPlacement.inside

  public init() {}

  public init(learningRate: Rate) {
    self.learningRate = learningRate
  }

  public struct Method: GradientMethod {
    let settings: AdaMax
    public var gradient: Vector
    var means: Vector
    var largest: Vector
    var power1: DecayingPower
    private var clock: RateClock

    public var learningRate: Double { clock.rate }

    public init(_ settings: AdaMax, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      means = .zeros(dimension)
      largest = .zeros(dimension)
      power1 = DecayingPower(settings.beta1)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      power1.advance()
      let rate = clock.rate / (1 - power1.value)
      let isInside = settings.placement == .inside
      let (inner, outer) = isInside ? (settings.epsilon, 0) : (0, settings.epsilon)
      for i in x.indices {
        means[i] = settings.beta1 * means[i] + (1 - settings.beta1) * g[i]
        let size = abs(g[i]) + inner
        let decayed = settings.beta2 * largest[i]
        largest[i] = size <= decayed ? decayed : size
        x[i] -= rate * quotient(means[i], largest[i] + outer)
      }
    }
  }
}
