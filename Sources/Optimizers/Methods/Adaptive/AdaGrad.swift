import CKernels
import LinearAlgebra
import Specifications

/// AdaGrad, gradients divided by the root of the sum of their squares.
/// ``card`` has the formula, the references and what differs from them.
public struct AdaGrad: DecayingSettings {
  public static let card = OptimizerCard(
    name: "adagrad", title: "AdaGrad", order: .first,
    formula: "s ← s + g², θ ← θ − ε g / (√s + δ)",
    reference: "Duchi, Hazan and Singer, JMLR 12 (2011) 2121-2159, figure 1 (diagonal form)",
    notes: [
      "The rate of each variable falls as 1/√t where its gradient stays.",
      "The δ stands outside the root as in torch; keras and optax put it inside and begin with s = "
        + "0.1 (preset=keras, preset=optax).",
      "With epsilon=0, as in the lecture, a component whose gradient is and was zero stays where "
        + "it is; in torch it becomes NaN.",
      "After k steps lr-decay divides the rate by 1 + kd, as in torch.",
    ])
  public static let presets: [Preset<Self>] = [
    .lecture { $0.epsilon = 0 },
    .torch(),
    .optax {
      $0.epsilon = 1e-7
      $0.placement = .inside
      $0.initialAccumulator = 0.1
    },
    .keras {
      $0.learningRate = 0.001
      $0.epsilon = 1e-7
      $0.placement = .inside
      $0.initialAccumulator = 0.1
      $0.decay.kind = .decoupled
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .epsilon(\.epsilon),
      .choice("epsilon-placement", \.placement, "where δ stands: √s + δ, √(s + δ)"),
      .number(
        "initial-accumulator", \.initialAccumulator, symbol: "s₀", in: .nonNegative,
        "s before the first step"),
      .number("lr-decay", \.rateDecay, symbol: "d", in: .nonNegative, "decay of the rate"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-10
  /// Where δ stands: √s + δ or √(s + δ).
  public var placement = EpsilonPlacement.outside
  /// s₀ ≥ 0: s before the first step.
  public var initialAccumulator = 0.0
  /// d ≥ 0: decay of the rate.
  public var rateDecay = 0.0
  public var decay = WeightDecay()

  public init() {}

  public var isCoordinatewise: Bool { !learningRate.followsLoss }

  public struct Method: RatedMethod {
    public var state: RunState<AdaGrad>
    var squares: Vector
    public private(set) var learningRate: Double
    public var gradientScale: Vector? { squares.map { $0.squareRoot() } }

    public init(_ settings: AdaGrad, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      squares = Vector(repeating: settings.initialAccumulator, count: dimension)
      learningRate = state.clock.rate
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      let slowing = 1 + Double(stepsTaken) * settings.rateDecay
      state.clock.advance(loss: value)
      learningRate = rate / slowing
      let isInside = settings.placement == .inside
      let numbers = descent_squares(
        beta: 1, rate: learningRate, inner: isInside ? settings.epsilon : 0,
        outer: isInside ? 0 : settings.epsilon, coupling: settings.decay.coupling,
        shrink: settings.decay.shrink(rate: learningRate))
      Kernels.update(&x, &squares, &g) { descent_adagrad_update($0, $1, $2, $3, numbers) }
    }
  }
}
