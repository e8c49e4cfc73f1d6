import LinearAlgebra
import Specifications

/// LAMB, Adam's direction at a length in proportion to θ.
/// ``card`` has the formula, the references and what differs from them.
public struct LAMB: RateSettings {
  /// What is divided by 1 − βᵗ.
  public enum BiasCorrection: String, CaseIterable, Sendable {
    /// m̂ and ŝ.
    case both
    /// ε/(1−β₁ᵗ), and neither m nor s.
    case rate
    /// Nothing.
    case none
  }

  public static let card = OptimizerCard(
    name: "lamb", title: "LAMB", order: .first,
    formula: "u = m̂ / (√ŝ + δ) + λ θ, θ ← θ − ε ‖θ‖ / ‖u‖ u",
    reference: "You et al. 2020, arXiv:1904.00962, algorithm 2",
    notes: [
      "The norms are those of the whole vector, as if the variables were one layer: the method can "
        + "leave 0, but approaches it only by steps in proportion to the distance.",
      "The trust ratio ‖θ‖/‖u‖ is 1 where either norm is 0.",
      "Weight decay is added to u, as in the paper and optax; keras shrinks θ before the step "
        + "(preset=keras), as pytorch_optimizer does by default.",
      "In pytorch_optimizer only m is corrected for bias, and in the rate; ‖θ‖ is cut at 10, and δ "
        + "is added to ‖u‖ (preset=pytorch-optimizer).",
      "The epsilon-placement is that of adam; root, √(ŝ + δ), is optax's eps_root.",
    ])
  public static let presets: [Preset<Self>] = [
    .optax(),
    .keras {
      $0.epsilon = 1e-7
      $0.decay = .decoupled
    },
    .pytorchOptimizer {
      $0.correction = .rate
      $0.normLimit = 10
      $0.normEpsilon = 1e-6
      $0.decay = .decoupled
    },
  ]
  public static let parameters: [Parameter<Self>] = [
    .learningRate,
    .beta1(\.beta1),
    .beta2(\.beta2),
    .epsilon(\.epsilon),
    .choice("epsilon-placement", \.placement, "where δ stands in the denominator"),
    .choice("bias-correction", \.correction, "divide by 1 − βᵗ both averages, the rate, none"),
    .number(
      "max-norm", \.normLimit, in: Interval(0, .infinity, openBelow: true),
      "‖θ‖ counts as no more"
    ).aliased("norm-limit"),
    .number("epsilon-norm", \.normEpsilon, in: .nonNegative, "added to ‖u‖")
      .aliased("norm-epsilon"),
    .weightDecay(\.weightDecay),
    .choice("decay", \.decay, "added to u, to the gradient, or a shrinking of its own"),
  ]

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-6
  /// Where δ stands in the denominator.
  public var placement = Adam.Placement.corrected
  /// What is divided by 1 − βᵗ: both averages, the rate, or nothing.
  public var correction = BiasCorrection.both
  /// ‖θ‖ counts as no more than this, > 0, may be ∞.
  public var normLimit = Double.infinity
  /// Added to ‖u‖, ≥ 0.
  public var normEpsilon = 0.0
  /// λ ≥ 0: decay of the variables towards 0.
  public var weightDecay = 0.0
  /// Whether λθ is added to u or to the gradient, or θ shrinks by itself.
  public var decay = UpdateDecay.update

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<LAMB>
    private var moments: Moments

    public var gradientScale: Vector? {
      settings.correction == .both ? moments.scale : moments.squares.map { $0.squareRoot() }
    }

    public init(_ settings: LAMB, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(settings.beta1, settings.beta2, dimension: dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      let strength = settings.weightDecay
      settings.decay.apply(strength, &x, &g, rate: rate)
      direct(&g)
      if settings.decay == .update, strength != 0 { g.add(strength, x) }
      let rate = rate / (settings.correction == .rate ? moments.meanCorrection : 1)
      x.add(-rate * trustRatio(x, g), g)
    }

    /// g ← m̂ ⊘ (√ŝ + δ).
    private mutating func direct(_ g: inout Vector) {
      let corrects = settings.correction == .both
      let meanCorrection = corrects ? moments.meanCorrection : 1
      let denominator = AdamDenominator(
        settings.epsilon, settings.placement,
        correction: corrects ? moments.squareCorrection : 1)
      moments.transform(&g) { _, m, s in quotient(m / meanCorrection, denominator(s)) }
    }

    private func trustRatio(_ x: Vector, _ update: Vector) -> Double {
      let size = min(x.norm, settings.normLimit)
      let length = update.norm
      return size == 0 || length == 0 ? 1 : size / (length + settings.normEpsilon)
    }
  }
}
