import LinearAlgebra
import Specifications

/// Nesterov momentum: the gradient is taken where the momentum alone would lead,
/// g = ∇f(θ + αm), m ← αm − εg, θ ← θ + m.
///
/// This is the true look-ahead form. torch, keras and optax keep φ = θ + αm as their parameter
/// instead; with a constant rate φ is this method's evaluation point, digit for digit up to
/// rounding.
///
/// Reference: Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and
/// momentum in deep learning", 2013, equations 3 and 4, after Y. Nesterov 1983.
public struct Nesterov: GradientSettings {
  public static let card = OptimizerCard(
    name: "nesterov", title: "Nesterov", order: .first,
    formula: "g = grad f(theta + alpha m), m <- alpha m - eps g, theta <- theta + m",
    reference: "Nesterov 1983; Sutskever et al. 2013, equations 3 and 4")
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
    .number("alpha", \.momentum, symbol: "α", in: .decay, "share of the buffer that is kept"),
  ]

  public var learningRate: Rate = 0.01
  public var momentum = 0.9

  public init() {}

  public init(learningRate: Rate, momentum: Double = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  public struct Method: GradientMethod {
    public var evaluationPointName: String? { "look-ahead theta + alpha m" }
    public var asksAtEvaluationPoint: Bool { true }

    let settings: Nesterov
    public var gradient: Vector
    var buffer: Vector
    private var clock: RateClock

    public var learningRate: Double { clock.rate }

    public init(_ settings: Nesterov, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      buffer = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      roll(
        &x, buffer: &buffer, gradient: g, rate: clock.rate,
        momentum: settings.momentum)
    }

    public func evaluationPoint(from x: Vector) -> Vector {
      var point = x
      point.add(settings.momentum, buffer)
      return point
    }
  }
}
