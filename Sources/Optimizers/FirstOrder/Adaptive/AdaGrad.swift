import CKernels
import LinearAlgebra
import Specifications

/// AdaGrad: s ← s + g ⊗ g, θ ← θ − ε g ⊘ (√s + δ).
///
/// s sums the squared gradients, so that the rate of each variable falls as 1/√t where its gradient
/// stays. δ, the parameter `epsilon`, stands outside the root as in torch; keras and optax put it
/// inside and begin with s = 0.1 (`preset=keras`, `preset=optax`). With δ = 0, the form of the
/// lecture, a component whose gradient is and was zero stays where it is (torch gives NaN there).
/// `lr-decay` divides the rate by 1 + kd after k steps, as in torch.
///
/// Reference: Duchi, Hazan and Singer, "Adaptive Subgradient Methods", JMLR 12, 2011, figure 1
/// (diagonal form).
public struct AdaGrad: DecayingSettings {
  public static let card = OptimizerCard(
    name: "adagrad", title: "AdaGrad", order: .first,
    formula: "s <- s + g^2, theta <- theta - eps g / (sqrt(s) + delta)",
    reference: "Duchi, Hazan and Singer, JMLR 12 (2011) 2121-2159, figure 1",
    notes: [
      "Epsilon stands outside the root as in torch; keras and optax put it inside and begin "
        + "with squares of 0.1 (preset=keras, preset=optax).",
      "With epsilon=0, as in the lecture, a component whose gradient is and was zero stays "
        + "where it is; in torch it becomes NaN.",
    ],
    presets: [
      "lecture": "epsilon=0",
      "torch": "",
      "optax": "epsilon=1e-07,epsilon-placement=inside,initial-accumulator=0.1",
      "keras":
        "lr=0.001,epsilon=1e-07,epsilon-placement=inside,initial-accumulator=0.1,decay=decoupled",
    ])
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator"),
      .choice("epsilon-placement", \.placement, "where epsilon stands: sqrt(s) + e, sqrt(s + e)"),
      .number(
        "initial-accumulator", \.initialAccumulator, symbol: "s₀", in: .nonNegative,
        "s before the first step"),
      .number("lr-decay", \.rateDecay, symbol: "d", in: .nonNegative, "decay of the rate"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  public var epsilon = 1e-10
  public var placement = EpsilonPlacement.outside
  public var initialAccumulator = 0.0
  public var rateDecay = 0.0
  public var decay = WeightDecay()

  public init() {}

  public init(learningRate: Rate) {
    self.learningRate = learningRate
  }

  public struct Method: GradientMethod {
    let settings: AdaGrad
    public var gradient: Vector
    var squares: Vector
    private var clock: RateClock
    public private(set) var learningRate: Double
    public var gradientScale: Vector? { squares.map { $0.squareRoot() } }

    public init(_ settings: AdaGrad, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      squares = Vector(repeating: settings.initialAccumulator, count: dimension)
      clock = RateClock(settings.learningRate)
      learningRate = clock.rate
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      let slowing = 1 + Double(clock.stepsTaken) * settings.rateDecay
      clock.advance(loss: value)
      learningRate = clock.rate / slowing
      let isInside = settings.placement == .inside
      let numbers = descent_squares(
        beta: 1, rate: learningRate, inner: isInside ? settings.epsilon : 0,
        outer: isInside ? 0 : settings.epsilon, coupling: settings.decay.coupling,
        shrink: settings.decay.shrink(rate: learningRate))
      Kernels.update(&x, &squares, &g) { descent_adagrad_update($0, $1, $2, $3, numbers) }
    }
  }
}
