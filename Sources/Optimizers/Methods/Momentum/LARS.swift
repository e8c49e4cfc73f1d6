import LinearAlgebra
import Specifications

/// Layer-wise adaptive rate scaling: u = g + λθ, m ← αm − ε c ‖θ‖/‖u‖ u, θ ← θ + m.
///
/// c, the trust coefficient, is the length of a step relative to ‖θ‖ for ε = 1. All variables are
/// one layer here. The ratio counts as 1 where a norm is zero. `denominator=combined` divides by ‖g
/// + λθ‖ + δ as optax does, `separate` by ‖g‖ + λ‖θ‖ + δ as the paper; without weight decay they
/// are the same. Decoupled decay is no part of u. With `nesterov` the step is αm − ε c ‖θ‖/‖u‖ u
/// with the new m. (pytorch_optimizer scales no tensor of one dimension: for vectors its LARS is
/// plain momentum, `momentum:lr-placement=outside`.)
///
/// Reference: Y. You, I. Gitman and B. Ginsburg, "Large Batch Training of Convolutional Networks",
/// 2017, arXiv:1708.03888, algorithm 1.
public struct LARS: DecayingSettings {
  public enum Denominator: String, CaseIterable, Sendable {
    case combined, separate
  }

  public static let card = OptimizerCard(
    name: "lars", title: "LARS", order: .first,
    invariances: [.scale, .rotation],
    formula: "u = g + λ θ, m ← α m − ε c ‖θ‖/‖u‖ u, θ ← θ + m",
    reference: "You, Gitman and Ginsburg 2017, arXiv:1708.03888, algorithm 1",
    notes: [
      "The denominator is the norm of g + lambda theta, as in optax; in the paper it is |g| + "
        + "lambda |theta| (preset=paper), the same without weight decay.",
      "The LARS of pytorch_optimizer scales no tensor of one dimension: for a vector it is momentum "
        + "in the form of torch.",
      "All variables are one layer.",
      "The ratio of the norms counts as 1 where either is zero.",
    ])
  public static let presets: [Preset<Self>] = [.optax(), .paper { $0.denominator = .separate }]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("momentum", \.momentum, symbol: "α", in: .decay, "share of the buffer that is kept")
        .aliased("alpha"),
      .number("trust", \.trust, symbol: "c", in: .nonNegative, "trust coefficient"),
      .epsilon(\.epsilon),
      .flag("nesterov", \.isNesterov, "look ahead by the buffer"),
      .choice("denominator", \.denominator, "|g + lambda theta| or |g| + lambda |theta|"),
    ] + decayParameters

  public var learningRate: Rate = 1
  public var momentum = 0.9
  public var trust = 0.001
  public var epsilon = 0.0
  public var isNesterov = false
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
