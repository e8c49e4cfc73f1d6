import CKernels
import LinearAlgebra
import Specifications

/// Stochastic gradient descent, a step against the gradient.
/// ``card`` has the formula, the references and what differs from them.
public struct SGD: DecayingSettings {
  public static let card = OptimizerCard(
    name: "sgd", title: "SGD", order: .first,
    invariances: [.rotation],
    formula: "θ ← θ − ε g",
    reference: "Robbins and Monro, A Stochastic Approximation Method, 1951; Goodfellow, Bengio "
      + "and Courville, Deep Learning, 2016, algorithm 8.1",
    notes: [
      "Weight decay is coupled as in torch; decoupled decay is the same here, up to rounding."
    ])
  public static let presets: [Preset<Self>] = [
    .lecture(),
    .torch { $0.learningRate = 0.001 },
    .optax(),
    .keras { $0.decay.kind = .decoupled },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate
    ] + decayParameters

  public var learningRate: Rate = 0.01
  public var decay = WeightDecay()

  public init() {}

  public var largestStableCurvature: Double? {
    guard case .constant(let rate) = learningRate, decay.strength == 0 else { return nil }
    return 2 / rate
  }

  public var isCoordinatewise: Bool { !learningRate.followsLoss }

  public struct Method: RatedMethod {
    public var state: RunState<SGD>

    public init(_ settings: SGD, dimension: Int) {
      state = RunState(settings, dimension: dimension)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      let numbers = descent_sgd(
        rate: rate, coupling: settings.decay.coupling,
        shrink: settings.decay.shrink(rate: rate))
      Kernels.update(&x, &g) { descent_sgd_update($0, $1, $2, numbers) }
    }
  }
}
