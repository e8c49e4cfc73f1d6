import LinearAlgebra
import Specifications

/// Optimistic Adam, Adam with each step corrected by what the last one would be now.
/// ``card`` has the formula, the references and what differs from them.
public struct OptimisticAdam: DecayingSettings {
  public static let card = OptimizerCard(
    name: "optimistic-adam", title: "Optimistic Adam", order: .first,
    formula: "u = m̂ / (√ŝ + δ), θ ← θ − ε ((1 + ω) u − ω u′)",
    reference: "Daskalakis, Ilyas, Syrgkanis and Zeng 2018, arXiv:1711.00141, algorithm 1",
    notes: [
      "The scaled step u′ of the step before is u itself at first; with ω = 1 a step is twice the "
        + "new less the old.",
      "It damps the circling of games; of a single function it is Adam with a little less "
        + "momentum.",
      "With nesterov m̂ = β₁ m / (1 − β₁ᵗ⁺¹) + (1 − β₁) g / (1 − β₁ᵗ), as optax has it by default "
        + "(preset=optax).",
      "The epsilon-placement is that of adam; root, √(ŝ + δ), is optax's eps_root.",
    ])
  public static let presets: [Preset<Self>] = [.optax { $0.isNesterov = true }]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .choice("epsilon-placement", \.placement, "where δ stands in the denominator"),
      .number("optimism", \.optimism, symbol: "ω", in: .nonNegative, "weight of the change of u"),
      .flag("nesterov", \.isNesterov, "look ahead by the average of gradients"),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// Where δ stands in the denominator.
  public var placement = Adam.Placement.corrected
  /// ω ≥ 0: weight of the change of u.
  public var optimism = 1.0
  /// Whether to look ahead by the average of gradients.
  public var isNesterov = false
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<OptimisticAdam>
    private var moments: Moments
    private var previous: Vector

    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: OptimisticAdam, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(settings.beta1, settings.beta2, dimension: dimension)
      previous = .zeros(dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      direct(&g)
      if stepsTaken == 1 { previous.copy(g) }
      Self.update(&x, &previous, g, rate: rate, optimism: settings.optimism)
    }

    /// g ← m̂ ⊘ (√ŝ + δ).
    private mutating func direct(_ g: inout Vector) {
      moments.advance()
      let mean = moments.correctedMean(looksAhead: settings.isNesterov)
      let denominator = AdamDenominator(
        settings.epsilon, settings.placement, correction: moments.squareCorrection)
      moments.transform(&g) { g, m, s in quotient(mean(g, m), denominator(s)) }
    }

    private static func update(
      _ x: inout Vector, _ previous: inout Vector, _ update: Vector, rate: Double, optimism: Double
    ) {
      var theta = x.mutableSpan
      var last = previous.mutableSpan
      let u = update.span
      for i in 0..<theta.count {
        theta[i] -= rate * ((1 + optimism) * u[i] - optimism * last[i])
        last[i] = u[i]
      }
    }
  }
}
