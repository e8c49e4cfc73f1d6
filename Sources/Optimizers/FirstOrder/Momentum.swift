import LinearAlgebra
import Specifications

/// Momentum, the heavy ball: m ← αm − εg, θ ← θ + m.
///
/// The learning rate enters the buffer with the gradient, as in the lecture and in keras; torch
/// multiplies the whole buffer by the present rate, which differs under a schedule only. A
/// dampening τ scales every gradient but the first by 1 − τ, as in torch.
///
/// Reference: B. T. Polyak, "Some methods of speeding up the convergence of iteration methods",
/// 1964.
public struct Momentum: GradientSettings {
  public static let card = OptimizerCard(
    name: "momentum", title: "Momentum", order: .first,
    formula: "m <- alpha m - eps g, theta <- theta + m",
    reference: "Polyak 1964; Goodfellow et al., Deep Learning 2016, algorithm 8.2")
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
    .number("alpha", \.momentum, symbol: "α", in: .decay, "share of the buffer that is kept"),
    .number(
      "dampening", \.dampening, symbol: "τ", in: Interval(0, 1),
      "gradients after the first are scaled by 1 - dampening"),
  ]

  public var learningRate: Rate = 0.01
  public var momentum = 0.9
  public var dampening = 0.0

  public init() {}

  public init(learningRate: Rate, momentum: Double = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  public struct Method: GradientMethod {
    let settings: Momentum
    public var gradient: Vector
    var buffer: Vector
    private var clock: RateClock

    public var learningRate: Double { clock.rate }

    public init(_ settings: Momentum, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      buffer = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      let gain = clock.stepsTaken == 1 ? 1 : 1 - settings.dampening
      roll(
        &x, buffer: &buffer, gradient: g, rate: clock.rate * gain,
        momentum: settings.momentum)
    }
  }
}

/// m ← αm − εg, θ ← θ + m, component by component.
func roll(
  _ x: inout Vector, buffer: inout Vector, gradient: Vector, rate: Double, momentum: Double
) {
  var theta = x.mutableSpan
  var m = buffer.mutableSpan
  let g = gradient.span
  for i in 0..<theta.count {
    m[i] = momentum * m[i] - rate * g[i]
    theta[i] += m[i]
  }
}
