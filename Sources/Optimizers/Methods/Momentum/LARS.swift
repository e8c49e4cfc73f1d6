import LinearAlgebra
import Specifications

/// LARS, layer-wise adaptive rate scaling: momentum whose gradients are scaled to a length
/// relative to the variables.
/// ``card`` has the formula, the references and what differs from them.
public struct LARS: DecayingSettings {
  /// The denominator of the trust ratio: ‖g + λθ‖ or ‖g‖ + λ‖θ‖.
  public enum Denominator: String, CaseIterable, Sendable {
    /// ‖g + λθ‖.
    case combined
    /// ‖g‖ + λ‖θ‖.
    case separate
  }

  public static let card = OptimizerCard(
    name: "lars", title: "LARS", order: .first,
    invariances: [.scale, .rotation],
    formula: "u = g + λ θ, m ← α m − ε c ‖θ‖/‖u‖ u, θ ← θ + m",
    reference: "You, Gitman and Ginsburg 2017, arXiv:1708.03888, algorithm 1",
    notes: [
      "The denominator is ‖g + λθ‖ + δ, as in optax; in the paper it is ‖g‖ + λ‖θ‖ + δ "
        + "(preset=paper), the same without weight decay.",
      "Decoupled decay is no part of u.",
      "With nesterov the step is α m − ε c ‖θ‖/‖u‖ u with the new m.",
      "The LARS of pytorch_optimizer scales no tensor of one dimension: for a vector it is "
        + "momentum:lr-placement=outside.",
      "All variables are one layer.",
      "The factor c ‖θ‖/‖u‖ counts as 1 where a norm is zero.",
    ])
  public static let presets: [Preset<Self>] = [.optax(), .paper { $0.denominator = .separate }]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("momentum", \.momentum, symbol: "α", in: .decay, "share of the buffer that is kept")
        .aliased("alpha"),
      .number(
        "trust", \.trust, symbol: "c", in: .nonNegative,
        "trust coefficient, the step relative to ‖θ‖ for ε = 1"
      ).searched(.logarithmic(1e-4...1)),
      .epsilon(\.epsilon),
      .flag("nesterov", \.isNesterov, "look ahead by the buffer"),
      .choice("denominator", \.denominator, "‖g + λθ‖ or ‖g‖ + λ‖θ‖"),
    ] + decayParameters

  public var learningRate: Rate = 1
  /// α in [0, 1): share of the buffer that is kept.
  public var momentum = 0.9
  /// c ≥ 0: trust coefficient, the step relative to ‖θ‖ for ε = 1.
  public var trust = 0.001
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 0.0
  /// Whether to look ahead by the buffer.
  public var isNesterov = false
  /// The denominator of the trust ratio: ‖g + λθ‖ or ‖g‖ + λ‖θ‖.
  public var denominator = Denominator.combined
  public var decay = WeightDecay()

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<LARS>
    var buffer: Vector

    public init(_ settings: LARS, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      buffer = .zeros(dimension)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      let plain = g.norm
      settings.decay.apply(&x, &g, rate: rate)
      g.scale(by: rate * ratio(size: x.norm, plain: plain, decayed: g.norm))
      if settings.isNesterov {
        accumulate(&buffer, gradient: g, gain: -1, momentum: settings.momentum)
        x.add(settings.momentum, buffer)
        x.add(-1, g)
      } else {
        stepByMomentum(&x, buffer: &buffer, gradient: g, rate: 1, momentum: settings.momentum)
      }
    }

    /// c ‖θ‖/(‖u‖ + δ).
    private func ratio(size: Double, plain: Double, decayed: Double) -> Double {
      let length =
        settings.denominator == .combined ? decayed : plain + settings.decay.coupling * size
      return size == 0 || length == 0
        ? 1 : settings.trust * normRatio(size, length + settings.epsilon)
    }
  }
}
