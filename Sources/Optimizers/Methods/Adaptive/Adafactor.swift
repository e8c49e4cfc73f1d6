import LinearAlgebra
import RealModule
import Specifications

/// Adafactor, scaled gradients whose squares may be kept by the rows and columns of a matrix.
/// ``card`` has the formula, the references and what differs from them.
public struct Adafactor: MatrixSettings, DecayingSettings {
  public static let card = OptimizerCard(
    name: "adafactor", title: "Adafactor", order: .first,
    formula: "v ← bₜ v + (1 − bₜ) (g² + δ₁), u = g / √v, θ ← θ − max(δ₂, rms(θ)) min(ε, 1/√t) u / "
      + "max(1, rms(u) / d)",
    reference: "Shazeer and Stern 2018, arXiv:1804.04235, algorithms 4 (matrices) and 5 (vectors)",
    notes: [
      "Here bₜ = min(β₂, 1 − t^(−p)). With rows or columns v is held as the averages of the rows "
        + "and columns alone; without, of each component, as the paper does for vectors.",
      "With parameter-scale a step is at most d min(ε, 1/√t) of the size of θ, unless θ is smaller "
        + "than δ₂.",
      "In torch δ₁ is a floor, √max(v, δ₁²), not added to the squares (preset=torch); keras and "
        + "optax add it.",
      "In keras the size of θ is that after its decay (preset=keras), in torch that before.",
      "In optax 1/√t is no bound of the rate (preset=optax), and decoupled decay is by λ where it "
        + "is by ελ here.",
      "In pytorch_optimizer steps are averaged by beta1, optax's momentum, and bₜ is at most 0.999 "
        + "(preset=pytorch-optimizer).",
      "Where its relative step is on, the rate of pytorch_optimizer is min(0.01, 1/√t), the "
        + "default here.",
      "Norms are those of the whole x, and a component without any gradient is not moved.",
    ])
  public static let presets: [Preset<Self>] = [
    .torch {
      $0.epsilon = 2.220446049250313e-16
      $0.placement = .floor
      $0.decay.kind = .decoupled
    },
    .keras {
      $0.learningRate = 0.001
      $0.decay.kind = .decoupled
      $0.measuresDecayed = true
    },
    .optax {
      $0.isRelative = false
      $0.decay.kind = .decoupled
    },
    .pytorchOptimizer {
      $0.beta1 = 0.9
      $0.largestBeta2 = 0.999
      $0.decay.kind = .decoupled
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number(
        "beta2-decay", \.decayPower, symbol: "p", in: .nonNegative,
        "the average of squares keeps 1 − t^(−p) of itself"
      ).searched(.linear(0.5...1)),
      .number(
        "beta2", \.largestBeta2, symbol: "β₂", in: Interval(0, 1), "at most this share is kept"
      ).unsearched,
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of steps; 0: none"),
      .number("epsilon", \.epsilon, symbol: "δ₁", in: .nonNegative, "keeps v from 0"),
      .choice("epsilon-placement", \.placement, "added to the squares, or a floor of √v"),
      .number(
        "epsilon2", \.epsilon2, symbol: "δ₂", in: .nonNegative, "least size of θ in the rate"),
      .number("clip", \.clip, symbol: "d", in: .positive, "root mean square at which u is clipped"),
      .flag("relative-step", \.isRelative, "bound the rate by 1/√t"),
      .flag("parameter-scale", \.scalesByVariables, "multiply the rate by the size of θ"),
      .flag("decayed-scale", \.measuresDecayed, "take this size after the decay of θ"),
    ] + shapeParameters + decayParameters

  public var learningRate: Rate = 0.01
  /// p ≥ 0: the average of squares keeps 1 − t^(−p) of itself.
  public var decayPower = 0.8
  /// β₂ in [0, 1]: at most this share is kept.
  public var largestBeta2 = 1.0
  /// β₁ in [0, 1): decay of the average of steps; 0: none.
  public var beta1 = 0.0
  /// δ₁ ≥ 0: keeps v from 0.
  public var epsilon = 1e-30
  /// Whether δ₁ is added to the squares or a floor of √v.
  public var placement = FloorPlacement.added
  /// δ₂ ≥ 0: least size of θ in the rate.
  public var epsilon2 = 1e-3
  /// d > 0: root mean square at which u is clipped.
  public var clip = 1.0
  /// Whether to bound the rate by 1/√t.
  public var isRelative = true
  /// Whether to multiply the rate by the size of θ.
  public var scalesByVariables = true
  /// Whether to take this size after the decay of θ.
  public var measuresDecayed = false
  public var shape = MatrixShape()
  public var decay = WeightDecay()

  public init() {}

  public struct Method: RatedMethod {
    public let refusal: Halt?
    public var state: RunState<Adafactor>
    var squares: FactoredSquares
    var means: Vector
    /// αₜ; before the first step ε.
    public private(set) var learningRate: Double
    public var gradientScale: Vector? { squares.scale }

    public init(_ settings: Adafactor, dimension: Int) {
      let shape = settings.fittedShape(dimension)
      refusal = shape.refusal
      state = RunState(settings, dimension: dimension)
      squares = FactoredSquares(settings, shape, dimension: dimension)
      means = .zeros(settings.beta1 > 0 ? dimension : 0)
      learningRate = state.clock.rate
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      let t = Double(stepsTaken)
      learningRate = settings.isRelative ? min(rate, 1 / t.squareRoot()) : rate
      if settings.measuresDecayed { settings.decay.apply(&x, &g, rate: rate) }
      if settings.scalesByVariables { learningRate *= max(settings.epsilon2, Self.size(x)) }
      if !settings.measuresDecayed { settings.decay.apply(&x, &g, rate: rate) }
      let share = max(.pow(t, -settings.decayPower), 1 - settings.largestBeta2)
      squares.scale(&g, share: share)
      let step = learningRate / max(1, Self.size(g) / settings.clip)
      if means.isEmpty {
        x.add(-step, g)
      } else {
        accumulate(
          &means, gradient: g, gain: (1 - settings.beta1) * step, momentum: settings.beta1)
        x.add(-1, means)
      }
    }

    /// The root of the mean square.
    private static func size(_ v: Vector) -> Double {
      v.norm / Double(v.count).squareRoot()
    }
  }
}
