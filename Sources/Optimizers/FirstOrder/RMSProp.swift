import LinearAlgebra
import Specifications

/// RMSProp: s ← βs + (1−β) g ⊗ g, θ ← θ − ε g ⊘ (√s + δ).
///
/// δ, the parameter `epsilon`, stands outside the root as in torch; keras and optax put it inside.
/// Centered, the running mean of g squared is taken from s, which estimates the variance
/// (A. Graves, 2013, arXiv:1308.0850, equations 38 to 41); rounding can make the difference
/// negative, and its root NaN, as in the libraries. A momentum μ keeps a buffer
/// b ← μb − ε g ⊘ (√s + δ), θ ← θ + b; with `nesterov`, θ ← θ + μb − ε g ⊘ (√s + δ).
///
/// Reference: Tieleman and Hinton, *Neural Networks for Machine Learning*, lecture 6.5, 2012.
public struct RMSProp: GradientSettings {
  public static let card = OptimizerCard(
    name: "rmsprop", title: "RMSProp", order: .first,
    formula: "s <- beta s + (1 - beta) g^2, theta <- theta - eps g / (sqrt(s) + delta)",
    reference: "Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012")
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
    .number("beta", \.beta, symbol: "β", in: .decay, "decay of the average of squares"),
    .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator"),
    .choice("epsilon-placement", \.placement, "where epsilon stands: sqrt(s) + e, sqrt(s + e)"),
    .flag("centered", \.isCentered, "divide by the estimated deviation of g, not its size"),
    .number("momentum", \.momentum, symbol: "μ", in: .decay, "share of the buffer that is kept"),
    .flag("nesterov", \.isNesterov, "look ahead by the buffer"),
    .number(
      "initial-accumulator", \.initialAccumulator, symbol: "s₀", in: .nonNegative,
      "s before the first step"),
  ]

  public var learningRate: Rate = 0.01
  public var beta = 0.9
  public var epsilon = 1e-8
  public var placement = EpsilonPlacement.outside
  public var isCentered = false
  public var momentum = 0.0
  public var isNesterov = false
  public var initialAccumulator = 0.0

  public init() {}

  public init(learningRate: Rate, beta: Double = 0.9) {
    self.learningRate = learningRate
    self.beta = beta
  }

  public struct Method: GradientMethod {
    let settings: RMSProp
    public var gradient: Vector
    var squares: Vector
    var means: Vector
    var buffer: Vector
    private var clock: RateClock

    public var learningRate: Double { clock.rate }

    public init(_ settings: RMSProp, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      squares = Vector(repeating: settings.initialAccumulator, count: dimension)
      means = .zeros(settings.isCentered ? dimension : 0)
      buffer = .zeros(settings.momentum > 0 ? dimension : 0)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      Self.average(&squares, &means, of: g, beta: settings.beta)
      scale(&g)
      if buffer.isEmpty {
        x.add(-1, g)
      } else {
        roll(
          &x, buffer: &buffer, gradient: g, rate: 1, momentum: settings.momentum)
        if settings.isNesterov { lookAhead(&x, g) }
      }
    }

    /// From θ + b to θ + μb − u, where u is the scaled gradient.
    private func lookAhead(_ x: inout Vector, _ scaled: Vector) {
      for i in x.indices {
        x[i] += (settings.momentum - 1) * buffer[i] - scaled[i]
      }
    }

    private static func average(
      _ squares: inout Vector, _ means: inout Vector, of gradient: Vector, beta: Double
    ) {
      var s = squares.mutableSpan
      let g = gradient.span
      for i in 0..<s.count { s[i] = beta * s[i] + (1 - beta) * g[i] * g[i] }
      for i in means.indices { means[i] = beta * means[i] + (1 - beta) * gradient[i] }
    }

    /// g ← ε g ⊘ (√s + δ).
    private func scale(_ gradient: inout Vector) {
      for i in gradient.indices {
        let spread = settings.isCentered ? squares[i] - means[i] * means[i] : squares[i]
        gradient[i] = quotient(
          clock.rate * gradient[i], settings.placement.denominator(spread, settings.epsilon))
      }
    }
  }
}
