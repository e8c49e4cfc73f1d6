import CKernels
import LinearAlgebra
import Specifications

/// Stochastic gradient descent: θ ← θ − ε g.
///
/// Reference: Robbins and Monro, "A Stochastic Approximation Method", 1951; Goodfellow, Bengio and
/// Courville, *Deep Learning*, 2016, algorithm 8.1. With a weight decay λ, g is ∇f(θ) + λθ
/// (coupled decay, as in torch).
public struct SGD: DecayingSettings {
  public static let card = OptimizerCard(
    name: "sgd", title: "SGD", order: .first,
    invariances: [.rotation],
    formula: "theta <- theta - eps g",
    reference: "Robbins and Monro 1951; Goodfellow et al., Deep Learning 2016, algorithm 8.1",
    notes: [
      "Coupled and decoupled weight decay are the same here, up to rounding."
    ],
    presets: [
      "lecture": "", "torch": "lr=0.001", "optax": "", "keras": "decay=decoupled",
    ])
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate")
    ] + decayParameters

  public var learningRate: Rate = 0.01
  public var decay = WeightDecay()

  public init() {}

  public init(learningRate: Rate) {
    self.learningRate = learningRate
  }

  public struct Method: GradientMethod {
    let settings: SGD
    public var gradient: Vector
    private var clock: RateClock

    public var learningRate: Double { clock.rate }

    public init(_ settings: SGD, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      let numbers = descent_sgd(
        rate: clock.rate, coupling: settings.decay.coupling,
        shrink: settings.decay.shrink(rate: clock.rate))
      Kernels.update(&x, &g) { descent_sgd_update($0, $1, $2, numbers) }
    }
  }
}
