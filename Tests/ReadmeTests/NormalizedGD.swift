import LinearAlgebra
import Optimizers
import Specifications

/// Normalized gradient descent: θ ← θ − ε g / ‖g‖, so that every step has the length ε.
public struct NormalizedGD: GradientSettings {
  public static let card = OptimizerCard(
    name: "normalized-gd", title: "Normalized GD", order: .first,
    formula: "theta <- theta - eps g / |g|",
    reference: "Y. Nesterov, Matekon 29 (1984) 519-531")
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "length of a step")
  ]

  public var learningRate: Rate = 0.01

  public init() {}

  public struct Method: GradientMethod {
    public var gradient: Vector
    private var clock: RateClock
    public var learningRate: Double { clock.rate }

    public init(_ settings: NormalizedGD, dimension: Int) {
      gradient = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      if g.norm > 0 { x.add(-clock.rate / g.norm, g) }
    }
  }
}
