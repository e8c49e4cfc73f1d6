import LinearAlgebra
import RealModule
import Specifications

/// NAdam, Adam with Nesterov momentum:
/// θ ← θ − ε [ (1−μₜ)/(1−Pₜ) g + μₜ₊₁/(1−Pₜμₜ₊₁) m ] ⊘ (√ŝ + δ), where
/// μₜ = β₁ (1 − ½·0.96^(tψ)) and Pₜ = μ₁ ⋯ μₜ; m, s and ŝ are Adam's.
///
/// ψ, the parameter `momentum-decay`, is 0.004 in torch, 1 in keras; with `inf` the momentum is
/// β₁ throughout, which is optax's `adam(nesterov=True)`.
///
/// Reference: T. Dozat, "Incorporating Nesterov Momentum into Adam", 2016, algorithm 2.
public struct NAdam: GradientSettings {
  public static let card = OptimizerCard(
    name: "nadam", title: "NAdam", order: .first,
    formula: "theta <- theta - eps (g (1 - mu_t)/(1 - P_t) "
      + "+ m mu_(t+1)/(1 - P_(t+1))) / (sqrt(s^) + delta)",
    reference: "Dozat, Incorporating Nesterov Momentum into Adam, 2016")
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
    .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of gradients"),
    .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the average of squares"),
    .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator"),
    .number(
      "momentum-decay", \.momentumDecay, symbol: "ψ", in: Interval(0, .infinity),
      "how fast the momentum grows to beta1"),
  ]

  public var learningRate: Rate = 0.002
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var epsilon = 1e-8
  public var momentumDecay = 0.004

  public init() {}

  public init(learningRate: Rate) {
    self.learningRate = learningRate
  }

  public struct Method: GradientMethod {
    let settings: NAdam
    public var gradient: Vector
    var means: Vector
    var squares: Vector
    var product = DecayingPower(1)
    var power2: DecayingPower
    private var clock: RateClock

    public var learningRate: Double { clock.rate }

    public init(_ settings: NAdam, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      means = .zeros(dimension)
      squares = .zeros(dimension)
      power2 = DecayingPower(settings.beta2)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      power2.advance()
      let now = momentum(at: clock.stepsTaken)
      let next = momentum(at: clock.stepsTaken + 1)
      product.multiply(by: now)
      let gradientRate = clock.rate * (1 - now) / (1 - product.value)
      let meanRate = clock.rate * next / (1 - product.value * next)
      let root = (1 - power2.value).squareRoot()
      for i in x.indices {
        let slope = g[i]
        means[i] = settings.beta1 * means[i] + (1 - settings.beta1) * slope
        squares[i] = settings.beta2 * squares[i] + (1 - settings.beta2) * slope * slope
        let denominator = squares[i].squareRoot() / root + settings.epsilon
        x[i] -= quotient(gradientRate * slope + meanRate * means[i], denominator)
      }
    }

    /// μₜ.
    private func momentum(at t: Int) -> Double {
      settings.beta1 * (1 - 0.5 * .pow(0.96, Double(t) * settings.momentumDecay))
    }
  }
}
