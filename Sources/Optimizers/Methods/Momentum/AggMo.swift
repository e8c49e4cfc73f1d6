import LinearAlgebra
import Specifications

/// Aggregated momentum: several buffers of gradients, each with a damping of its own.
/// ``card`` has the formula, the references and what differs from them.
public struct AggMo: DecayingSettings {
  public static let card = OptimizerCard(
    name: "aggmo", title: "Aggregated momentum", order: .first,
    invariances: [.rotation],
    formula: "bᵢ ← βᵢ bᵢ + g, θ ← θ − ε/K Σ bᵢ",
    reference: "Lucas, Sun, Zemel and Grosse 2019, arXiv:1804.00325",
    notes: [
      "Buffers with small β damp the oscillation of those with large β, so that β near 1 becomes "
        + "usable.",
      "The K dampings are listed as in betas=0/0.9/0.99; memory is K n numbers.",
    ])
  public static let presets: [Preset<Self>] = [.pytorchOptimizer { $0.learningRate = 0.001 }]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .numbers("betas", \.betas, symbol: "β", in: .decay, "shares of the buffers that are kept"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// β, each in [0, 1): shares of the buffers that are kept; one buffer each.
  public var betas = [0, 0.9, 0.99]
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<AggMo>
    var buffers: [Vector]

    public init(_ settings: AggMo, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      buffers = settings.betas.map { _ in .zeros(dimension) }
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      let share = rate / Double(max(1, settings.betas.count))
      for (k, beta) in settings.betas.enumerated() {
        accumulate(&buffers[k], gradient: g, gain: 1, momentum: beta)
        x.add(-share, buffers[k])
      }
    }
  }
}
