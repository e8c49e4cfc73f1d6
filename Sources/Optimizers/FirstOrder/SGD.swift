import LinearAlgebra
import Specifications

/// Stochastic gradient descent: θ ← θ − ε g.
///
/// Reference: Robbins and Monro, "A Stochastic Approximation Method", 1951; Goodfellow, Bengio and
/// Courville, *Deep Learning*, 2016, algorithm 8.1. With a weight decay λ, g is ∇f(θ) + λθ
/// (coupled decay, as in torch).
public struct SGD: OptimizerSettings {
  public static let card = OptimizerCard(
    name: "sgd", title: "SGD", order: .first, formula: "theta <- theta - eps g",
    reference: "Robbins and Monro 1951; Goodfellow et al., Deep Learning 2016, algorithm 8.1")
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
    .number("weight-decay", \.weightDecay, symbol: "λ", in: .nonNegative, "coupled weight decay"),
  ]

  public var learningRate: Rate = 0.01
  public var weightDecay = 0.0

  public init() {}

  public init(learningRate: Rate) {
    self.learningRate = learningRate
  }

  public struct Method: Optimizer {
    let settings: SGD
    var gradient: Vector
    private var clock: RateClock

    public var learningRate: Double { clock.rate }

    public init(_ settings: SGD, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      _ = try oracle.gradient(at: x, into: &gradient)
      clock.advance()
      descend(&x, along: gradient)
    }

    private func descend(_ x: inout Vector, along gradient: Vector) {
      let decay = settings.weightDecay
      var theta = x.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        theta[i] -= clock.rate * (g[i] + decay * theta[i])
      }
    }
  }
}
