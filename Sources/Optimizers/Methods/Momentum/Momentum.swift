import CKernels
import LinearAlgebra
import Specifications

/// Momentum, the heavy ball: a buffer of gradients carries the iterate on.
/// ``card`` has the formula, the references and what differs from them.
public struct Momentum: DecayingSettings {
  public static let card = OptimizerCard(
    name: "momentum", title: "Momentum", order: .first,
    invariances: [.rotation],
    formula: "m ← α m − ε g, θ ← θ + m",
    reference: "Polyak, USSR Comput. Math. Math. Phys. 4 (1964) 1-17; Goodfellow, Bengio and "
      + "Courville, Deep Learning, 2016, algorithm 8.2",
    notes: [
      "The rate enters the buffer with the gradient, as in the lecture and keras; torch and optax "
        + "scale the whole buffer, which differs under a schedule only (preset=torch).",
      "The momentum α may follow a schedule of its own.",
      "The dampening is that of torch, which ignores it where α = 0; this does not.",
      "Weight decay is coupled as in torch; in keras it is decoupled (preset=keras).",
      "A zero gradient lets the ball roll on.",
    ])
  public static let aliases: [Alias<Self>] = [Alias("heavy-ball", title: "Heavy ball")]
  public static let presets: [Preset<Self>] = [
    .lecture(),
    .torch {
      $0.learningRate = 0.001
      $0.placement = .outside
    },
    .optax { $0.placement = .outside },
    .keras { $0.decay.kind = .decoupled },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .rate("momentum", \.momentum, symbol: "α", in: .decay, "share of the buffer that is kept")
        .aliased("alpha"),
      .number(
        "dampening", \.dampening, symbol: "τ", in: Interval(0, 1),
        "gradients after the first are scaled by 1 − τ"),
      .choice(
        "lr-placement", \.placement,
        "whether the rate enters the buffer or scales the whole of it"
      ).aliased("rate"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// α in [0, 1): share of the buffer that is kept.
  public var momentum: Rate = 0.9
  /// τ in [0, 1]: gradients after the first are scaled by 1 − τ.
  public var dampening = 0.0
  /// Whether the rate enters the buffer or scales the whole of it.
  public var placement = RatePlacement.inside
  public var decay = WeightDecay()

  public init() {}

  /// The defaults with another rate and α, in [0, 1).
  public init(learningRate: Rate, momentum: Rate = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  /// 2(1 + α)/ε (Goh, Why momentum really works, 2017).
  public var largestStableCurvature: Double? {
    guard case .constant(let rate) = learningRate, case .constant(let alpha) = momentum,
      dampening == 0, decay.strength == 0
    else { return nil }
    return 2 * (1 + alpha) / rate
  }

  public var isCoordinatewise: Bool { !learningRate.followsLoss && !momentum.followsLoss }

  public struct Method: RatedMethod {
    public var state: RunState<Momentum>
    var buffer: Vector
    private var momentumClock: RateClock

    public init(_ settings: Momentum, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      buffer = .zeros(dimension)
      momentumClock = RateClock(settings.momentum)
    }

    public var followsValidation: Bool {
      state.clock.followsValidation || momentumClock.followsValidation
    }

    public mutating func observe(validationLoss: Double) {
      state.clock.observe(validationLoss: validationLoss)
      momentumClock.observe(validationLoss: validationLoss)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      momentumClock.advance(loss: value)
      let gain = stepsTaken == 1 ? 1 : 1 - settings.dampening
      let isInside = settings.placement == .inside
      let numbers = descent_momentum(
        keep: momentumClock.rate, intake: isInside ? -(rate * gain) : gain,
        release: isInside ? 1 : -rate, coupling: settings.decay.coupling,
        shrink: settings.decay.shrink(rate: rate))
      Kernels.update(&x, &buffer, &g) { descent_momentum_update($0, $1, $2, $3, numbers) }
    }
  }
}
