import LinearAlgebra
import Specifications

/// NovoGrad, momentum of gradients scaled by one average for all variables.
/// ``card`` has the formula, the references and what differs from them.
public struct NovoGrad: RateSettings {
  public static let card = OptimizerCard(
    name: "novograd", title: "NovoGrad", order: .first,
    invariances: [.rotation],
    formula: "s ← β₂ s + (1 − β₂) ‖g‖², m ← β₁ m + g / (√s + δ) + λ θ, θ ← θ − ε m",
    reference: "Ginsburg et al. 2019, arXiv:1905.11286, algorithm 1",
    notes: [
      "The average s is one number, ‖g‖² at first, as if the variables were one layer. Only the "
        + "length of g is normalised, not its components, so that an ill-conditioned function "
        + "stays so.",
      "With averaging what enters m is multiplied by 1 − β₁, but for the first step, whose m is "
        + "the whole of g / (√s + δ) + λθ.",
      "Weight decay is added to m, as in the paper, unless set otherwise.",
      "The paper has β₁ = 0.95 and β₂ = 0.98; optax has 0.9 and 0.25, and δ = 1e-6 (preset=optax).",
      "Nothing is corrected for bias.",
      "With epsilon-placement=inside the denominator is √(s + δ), optax's eps_root.",
    ])
  public static let presets: [Preset<Self>] = [
    .optax {
      $0.beta1 = 0.9
      $0.beta2 = 0.25
      $0.epsilon = 1e-6
    },
    .pytorchOptimizer(),
  ]
  public static let parameters: [Parameter<Self>] = [
    .learningRate,
    .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the momentum"),
    .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the average of ‖g‖²"),
    .epsilon(\.epsilon),
    .choice("epsilon-placement", \.placement, "whether δ stands outside the root or inside"),
    .flag("averaging", \.isAveraging, "m is an average, not a sum"),
    .weightDecay(\.weightDecay),
    .choice("decay", \.decay, "added to m, to the gradient, or a shrinking of its own"),
  ]

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the momentum.
  public var beta1 = 0.95
  /// β₂ in [0, 1): decay of the average of ‖g‖².
  public var beta2 = 0.98
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// Whether δ stands outside the root or inside.
  public var placement = EpsilonPlacement.outside
  /// Whether m is an average, not a sum.
  public var isAveraging = false
  /// λ ≥ 0: decay of the variables towards 0.
  public var weightDecay = 0.0
  /// Whether λθ is added to m or to the gradient, or θ shrinks by itself.
  public var decay = UpdateDecay.update

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<NovoGrad>
    private var means: Vector
    private var square = 0.0

    public var gradientScale: Vector? {
      Vector(repeating: square.squareRoot(), count: means.count)
    }

    public init(_ settings: NovoGrad, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      settings.decay.apply(settings.weightDecay, &x, &g, rate: rate)
      let now = g.dot(g)
      square =
        stepsTaken == 1
        ? now : raised(settings.beta2 * square + (1 - settings.beta2) * now)
      Self.update(
        &x, means: &means, gradient: g, rate: rate,
        denominator: settings.placement.denominator(square, settings.epsilon),
        averages: settings.isAveraging && stepsTaken > 1, settings)
    }

    private static func update(
      _ x: inout Vector, means: inout Vector, gradient: Vector, rate: Double,
      denominator: Double, averages: Bool, _ settings: NovoGrad
    ) {
      let share = averages ? 1 - settings.beta1 : 1
      let strength = settings.decay == .update ? settings.weightDecay : 0
      var theta = x.mutableSpan
      var m = means.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        let u = quotient(g[i], denominator) + strength * theta[i]
        m[i] = flushed(settings.beta1 * m[i] + share * u)
        theta[i] -= rate * m[i]
      }
    }
  }
}
