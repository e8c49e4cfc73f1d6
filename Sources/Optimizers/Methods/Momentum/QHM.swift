import LinearAlgebra
import Specifications

/// Quasi-hyperbolic momentum, a mixture of the gradient and its average.
/// ``card`` has the formula, the references and what differs from them.
public struct QHM: DecayingSettings {
  public static let card = OptimizerCard(
    name: "qhm", title: "Quasi-hyperbolic momentum", order: .first,
    invariances: [.rotation],
    formula: "m ← β m + (1 − β) g, θ ← θ − ε ((1 − ν) g + ν m)",
    reference: "Ma and Yarats 2019, arXiv:1810.06801",
    notes: [
      "With nu=0 this is gradient descent, with nu=1 momentum with an averaged buffer, whose ε is "
        + "1/(1 − β) times that of the heavy ball.",
      "The defaults are the paper's recommendation, as in the authors' qhoptim; those of "
        + "pytorch_optimizer make plain gradient descent (preset=pytorch-optimizer).",
      "The average is not corrected for its start at 0.",
    ])
  public static let presets: [Preset<Self>] = [
    .paper(),
    .pytorchOptimizer {
      $0.learningRate = 0.001
      $0.beta = 0
      $0.nu = 1
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("momentum", \.beta, symbol: "β", in: .decay, "decay of the average of gradients")
        .aliased("beta"),
      .number("nu", \.nu, symbol: "ν", in: Interval(0, 1), "weight of the average in the step")
        .searched(.linear(0...1)),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// β in [0, 1): decay of the average of gradients.
  public var beta = 0.999
  /// ν in [0, 1]: weight of the average in the step.
  public var nu = 0.7
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<QHM>
    var means: Vector

    public init(_ settings: QHM, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      accumulate(&means, gradient: g, gain: 1 - settings.beta, momentum: settings.beta)
      x.add(-rate * settings.nu, means)
      x.add(-rate * (1 - settings.nu), g)
    }
  }
}
