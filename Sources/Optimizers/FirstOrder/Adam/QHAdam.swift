import LinearAlgebra
import Specifications

/// QHAdam, Adam whose averages are mixed with the new gradient:
/// θ ← θ − ε [(1−ν₁)g + ν₁m̂] ⊘ (√((1−ν₂) g ⊗ g + ν₂ŝ) + δ).
///
/// With ν₁ = ν₂ = 1 this is Adam, with ν₁ = 0 and ν₂ = 1 RMSProp with correction, with ν₁ = ν₂ = 0
/// the sign of the gradient. Averages and corrections are Adam's.
///
/// Reference: Ma and Yarats, "Quasi-hyperbolic Momentum and Adam for Deep Learning", 2019,
/// arXiv:1810.06801.
public struct QHAdam: DecayingSettings {
  public static let card = OptimizerCard(
    name: "qhadam", title: "QHAdam", order: .first,
    formula: "theta <- theta - eps ((1 - nu1) g + nu1 m^) "
      + "/ (sqrt((1 - nu2) g^2 + nu2 s^) + delta)",
    reference: "Ma and Yarats 2019, arXiv:1810.06801; defaults: the authors' qhoptim",
    notes: [
      "The defaults of pytorch_optimizer make it plain Adam (preset=pytorch-optimizer)."
    ],
    presets: ["pytorch-optimizer": "beta1=0.9,nu1=1"])
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of gradients"),
      .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the average of squares"),
      .number("nu1", \.nu1, symbol: "ν₁", in: Interval(0, 1), "share of the average of gradients"),
      .number("nu2", \.nu2, symbol: "ν₂", in: Interval(0, 1), "share of the average of squares"),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator"),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  public var beta1 = 0.995
  public var beta2 = 0.999
  public var nu1 = 0.7
  public var nu2 = 1.0
  public var epsilon = 1e-8
  public var decay = WeightDecay()

  public init() {}

  public init(learningRate: Rate) {
    self.learningRate = learningRate
  }

  public struct Method: GradientMethod {
    let settings: QHAdam
    public var gradient: Vector
    private var moments: Moments
    private var clock: RateClock

    public var learningRate: Double { clock.rate }
    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: QHAdam, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      moments = Moments(settings.beta1, settings.beta2, dimension: dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      settings.decay.apply(&x, &g, rate: clock.rate)
      moments.advance()
      let (rate, epsilon) = (clock.rate, settings.epsilon)
      let (nu1, nu2) = (settings.nu1, settings.nu2)
      let (c1, c2) = (moments.meanCorrection, moments.squareCorrection)
      moments.descend(&x, along: g) { g, m, s in
        let mean = (1 - nu1) * g + nu1 * (m / c1)
        let square = (1 - nu2) * g * g + nu2 * (s / c2)
        return rate * quotient(mean, square.squareRoot() + epsilon)
      }
    }
  }
}
