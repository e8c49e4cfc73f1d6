import CKernels
import LinearAlgebra
import Specifications

/// Lion, the sign of an average that leans towards the new gradient.
/// ``card`` has the formula, the references and what differs from them.
public struct Lion: DecayingSettings {
  public static let card = OptimizerCard(
    name: "lion", title: "Lion", order: .first,
    invariances: [.scale],
    formula: "θ ← θ − ε sign(β₁ m + (1 − β₁) g), m ← β₂ m + (1 − β₂) g",
    reference: "Chen et al. 2023, arXiv:2302.06675, algorithm 2",
    notes: [
      "Every component moves by ε or, where the average is zero, not at all; near a minimum the "
        + "iterate hops about it at that distance.",
      "Weight decay is decoupled, as in the paper and all libraries; optax has λ = 0.001 by "
        + "default (preset=optax).",
    ])
  public static let presets: [Preset<Self>] = [
    .optax { $0.decay.strength = 0.001 },
    .keras { $0.learningRate = 0.001 },
    .pytorchOptimizer(),
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "weight of the average in the step"),
      .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the average"),
    ] + decayParameters

  public var learningRate: Rate = 1e-4
  /// β₁ in [0, 1): weight of the average in the step.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average.
  public var beta2 = 0.99
  public var decay = WeightDecay(0, .decoupled)

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<Lion>
    private var means: Vector

    public init(_ settings: Lion, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      let numbers = descent_lion(
        beta1: settings.beta1, beta2: settings.beta2, rate: rate,
        coupling: settings.decay.coupling, shrink: settings.decay.shrink(rate: rate))
      Kernels.update(&x, &means, &g) { descent_lion_update($0, $1, $2, $3, numbers) }
    }
  }
}
