import LinearAlgebra
import Specifications

/// AdaMax, Adam in the infinity norm.
/// ``card`` has the formula, the references and what differs from them.
public struct AdaMax: DecayingSettings {
  public static let card = OptimizerCard(
    name: "adamax", title: "AdaMax", order: .first,
    formula: "m ← β₁ m + (1 − β₁) g, u ← max(β₂ u, |g| + δ), θ ← θ − ε / (1 − β₁ᵗ) m / u",
    reference: "Kingma and Ba 2014, arXiv:1412.6980, algorithm 2",
    notes: [
      "The paper has no δ (preset=paper); torch and optax put it inside the maximum, keras divides "
        + "by u + δ (preset=keras).",
      "With epsilon=0 a component whose gradient is and was zero is not moved.",
      "A NaN gradient makes u NaN, and m and θ for good.",
    ])
  public static let presets: [Preset<Self>] = [
    .paper { $0.epsilon = 0 },
    .torch(),
    .optax(),
    .keras {
      $0.learningRate = 0.001
      $0.epsilon = 1e-7
      $0.placement = .outside
      $0.decay.kind = .decoupled
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the maximum"),
      .epsilon(\.epsilon),
      .choice("epsilon-placement", \.placement, "inside or outside the maximum"),
    ] + decayParameters

  public var learningRate: Rate = 0.002
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the maximum.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// Whether δ stands inside or outside the maximum.
  public var placement = EpsilonPlacement.inside
  public var decay = WeightDecay()

  public init() {}

  public var isCoordinatewise: Bool { !learningRate.followsLoss }

  public struct Method: UpdateRule {
    public var state: RunState<AdaMax>
    var means: Vector
    var largest: Vector
    var power1: DecayingPower

    public var gradientScale: Vector? { largest }

    public init(_ settings: AdaMax, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
      largest = .zeros(dimension)
      power1 = DecayingPower(settings.beta1)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      power1.advance()
      Self.update(
        &x, means: &means, largest: &largest, gradient: g,
        rate: rate / (1 - power1.value), settings)
    }

    private static func update(
      _ x: inout Vector, means: inout Vector, largest: inout Vector, gradient: Vector,
      rate: Double, _ settings: AdaMax
    ) {
      let isInside = settings.placement == .inside
      let (inner, outer) = isInside ? (settings.epsilon, 0) : (0, settings.epsilon)
      var theta = x.mutableSpan
      var m = means.mutableSpan
      var u = largest.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        m[i] = blend(settings.beta1, m[i], g[i])
        let size = abs(g[i]) + inner
        let decayed = settings.beta2 * u[i]
        u[i] = size <= decayed ? raised(decayed) : size
        theta[i] -= rate * quotient(m[i], u[i] + outer)
      }
    }
  }
}
