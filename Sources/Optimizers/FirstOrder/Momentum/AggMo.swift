import LinearAlgebra
import Specifications

/// Aggregated momentum: one buffer for each βᵢ, bᵢ ← βᵢbᵢ + g, θ ← θ − ε/K Σ bᵢ.
///
/// Buffers with small β damp the oscillation of those with large β, so that β near 1 becomes
/// usable. The K dampings are listed as in `betas=0/0.9/0.99`; memory is K·n numbers.
///
/// Reference: J. Lucas, S. Sun, R. Zemel and R. Grosse, "Aggregated Momentum: Stability Through
/// Passive Damping", 2019, arXiv:1804.00325.
public struct AggMo: DecayingSettings {
  public static let card = OptimizerCard(
    name: "aggmo", title: "Aggregated momentum", order: .first,
    invariances: [.rotation],
    formula: "b_i <- beta_i b_i + g, theta <- theta - eps/K sum b_i",
    reference: "Lucas, Sun, Zemel and Grosse 2019, arXiv:1804.00325",
    presets: ["pytorch-optimizer": "lr=0.001"])
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
      .numbers("betas", \.betas, symbol: "β", in: .decay, "shares of the buffers that are kept"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  public var betas = [0, 0.9, 0.99]
  public var decay = WeightDecay()

  public init() {}

  public init(learningRate: Rate, betas: [Double] = [0, 0.9, 0.99]) {
    self.learningRate = learningRate
    self.betas = betas
  }

  public struct Method: GradientMethod {
    let settings: AggMo
    public var gradient: Vector
    var buffers: [Vector]
    private var clock: RateClock

    public var learningRate: Double { clock.rate }

    public init(_ settings: AggMo, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      buffers = settings.betas.map { _ in .zeros(dimension) }
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      settings.decay.apply(&x, &g, rate: clock.rate)
      let share = clock.rate / Double(max(1, settings.betas.count))
      for (k, beta) in settings.betas.enumerated() {
        collect(&buffers[k], gradient: g, gain: 1, momentum: beta)
        x.add(-share, buffers[k])
      }
    }
  }
}
