import CKernels
import LinearAlgebra
import Specifications

/// Momentum, the heavy ball: m ← αm − εg, θ ← θ + m.
///
/// The learning rate ε enters the buffer with the gradient, as in the lecture and in keras. With
/// `lr-placement=outside` the buffer holds gradients, b ← αb + g, θ ← θ − εb, as in torch and
/// optax; the two differ under a schedule only. α in [0, 1) may follow a schedule of its own. A
/// dampening τ scales every gradient but the first by 1 − τ, as in torch (which ignores it where α
/// = 0). Weight decay is coupled in torch, decoupled in keras. A zero gradient lets the ball roll
/// on.
///
/// Reference: B. T. Polyak, "Some methods of speeding up the convergence of iteration methods",
/// 1964.
public struct Momentum: DecayingSettings {
  public static let card = OptimizerCard(
    name: "momentum", title: "Momentum", order: .first,
    invariances: [.rotation],
    formula: "m <- alpha m - eps g, theta <- theta + m",
    reference: "Polyak, USSR Comput. Math. Math. Phys. 4 (1964) 1-17; Goodfellow et al., Deep "
      + "Learning 2016, algorithm 8.2",
    notes: [
      "The rate enters the buffer with the gradient, as in the lecture and keras; torch and "
        + "optax scale the whole buffer, which differs under a schedule only (preset=torch).",
      "As in torch, the first gradient is not dampened; torch ignores the dampening of a "
        + "momentum of 0, this does not.",
      "Weight decay is coupled as in torch; in keras it is decoupled (preset=keras).",
    ],
    aliases: ["heavy-ball": ""],
    presets: [
      "lecture": "", "torch": "lr=0.001,lr-placement=outside", "optax": "lr-placement=outside",
      "keras": "decay=decoupled",
    ])
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
      .rate("momentum", \.momentum, symbol: "α", in: .decay, "share of the buffer that is kept")
        .aliased("alpha"),
      .number(
        "dampening", \.dampening, symbol: "τ", in: Interval(0, 1),
        "gradients after the first are scaled by 1 - dampening"),
      .choice(
        "lr-placement", \.placement,
        "whether the rate enters the buffer or scales the whole of it"
      ).aliased("rate"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  public var momentum: Rate = 0.9
  public var dampening = 0.0
  public var placement = RatePlacement.inside
  public var decay = WeightDecay()

  public init() {}

  public init(learningRate: Rate, momentum: Rate = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  public struct Method: GradientMethod {
    let settings: Momentum
    public var gradient: Vector
    var buffer: Vector
    private var clock: RateClock
    private var momentumClock: RateClock

    public var learningRate: Double { clock.rate }

    public init(_ settings: Momentum, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      buffer = .zeros(dimension)
      clock = RateClock(settings.learningRate)
      momentumClock = RateClock(settings.momentum)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      momentumClock.advance(loss: value)
      let gain = clock.stepsTaken == 1 ? 1 : 1 - settings.dampening
      let isInside = settings.placement == .inside
      let numbers = descent_momentum(
        keep: momentumClock.rate, intake: isInside ? -(clock.rate * gain) : gain,
        release: isInside ? 1 : -clock.rate, coupling: settings.decay.coupling,
        shrink: settings.decay.shrink(rate: clock.rate))
      Kernels.update(&x, &buffer, &g) { descent_momentum_update($0, $1, $2, $3, numbers) }
    }
  }
}
