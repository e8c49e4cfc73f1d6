import LinearAlgebra
import Specifications

/// Yogi, Adam whose average of squares moves by no more than the new square.
/// ``card`` has the formula, the references and what differs from them.
public struct Yogi: DecayingSettings {
  public static let card = OptimizerCard(
    name: "yogi", title: "Yogi", order: .first,
    formula: "m ← β₁ m + (1 − β₁) g, s ← s − (1 − β₂) sign(s − g²) g², θ ← θ − ε m̂ / (√ŝ + δ)",
    reference: "Zaheer, Reddi, Sachan, Kale and Kumar, Adaptive Methods for Nonconvex "
      + "Optimization, 2018, algorithm 2",
    notes: [
      "After large gradients Adam's s decays by the factor β₂ a step, Yogi's only by (1 − β₂) g², "
        + "so that the rate does not shoot up.",
      "Both averages begin at 1e-6 and are corrected for bias, as in optax and pytorch_optimizer; "
        + "the paper corrects nothing (preset=paper).",
    ])
  public static let presets: [Preset<Self>] = [
    .paper {
      $0.correctsBias = false
      $0.initialMean = 0
    },
    .optax(),
    .pytorchOptimizer { $0.decay.kind = .decoupled },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .number("beta2", \.beta2, symbol: "β₂", in: .decay, "1 − β₂ is the share of a square"),
      .epsilon(\.epsilon),
      .number(
        "initial-accumulator", \.initialAccumulator, symbol: "s₀", in: .nonNegative,
        "s before the first step"),
      .number(
        "initial-mean", \.initialMean, symbol: "m₀", in: .finite, "m before the first step"),
      .flag("bias-correction", \.correctsBias, "divide the averages by 1 − βᵗ"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): 1 − β₂ is the weight of a square.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-3
  /// s₀ ≥ 0: s before the first step.
  public var initialAccumulator = 1e-6
  /// m₀: m before the first step.
  public var initialMean = 1e-6
  /// Whether to divide the averages by 1 − βᵗ.
  public var correctsBias = true
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<Yogi>
    private var moments: Moments

    public var gradientScale: Vector? {
      settings.correctsBias ? moments.scale : moments.squares.map { $0.squareRoot() }
    }

    public init(_ settings: Yogi, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(
        settings.beta1, settings.beta2, dimension: dimension, mean: settings.initialMean,
        square: settings.initialAccumulator)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      let corrects = settings.correctsBias
      let rate = rate / (corrects ? moments.meanCorrection : 1)
      let denominator = AdamDenominator(
        settings.epsilon, .corrected, correction: corrects ? moments.squareCorrection : 1)
      let share = 1 - settings.beta2
      moments.descend(
        &x, along: g, accumulate: { s, g, _ in s - share * sign(s - g * g) * (g * g) },
        step: { _, m, s in rate * quotient(m, denominator(s)) })
    }
  }
}
