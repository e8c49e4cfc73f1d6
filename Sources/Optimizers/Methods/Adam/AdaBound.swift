import LinearAlgebra
import Specifications

/// AdaBound, Adam whose rates are led into a band around the rate of plain descent.
/// ``card`` has the formula, the references and what differs from them.
public struct AdaBound: DecayingSettings {
  public static let card = OptimizerCard(
    name: "adabound", title: "AdaBound", order: .first,
    formula: "θ ← θ − clip(ε √c₂ / c₁ / (√s + δ), ε* (1 − 1/(γ t + 1)), ε* (1 + 1/(γ t))) m",
    reference: "Luo, Xiong, Liu and Sun 2019, arXiv:1902.09843, algorithm 2",
    notes: [
      "The averages m and s and the corrections cᵢ = 1 − βᵢᵗ are Adam's; corrections and bounds "
        + "are as in the authors' code.",
      "The method begins as Adam and ends as momentum with the rate ε*, which follows the "
        + "learning rate under a schedule.",
      "In pytorch_optimizer δ′ = 1e-15 (preset=pytorch-optimizer).",
      "With amsgrad the method is the paper's AMSBound.",
    ])
  public static let presets: [Preset<Self>] = [
    .pytorchOptimizer {
      $0.epsilonRoot = 1e-15
      $0.decay.kind = .decoupled
    }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number(
        "final-lr", \.finalRate, symbol: "ε*", in: .nonNegative, "rate that the bounds close on"
      ).searched(.logarithmic(1e-4...10)),
      .beta1(\.beta1),
      .beta2(\.beta2),
      .number("gamma", \.gamma, symbol: "γ", in: .positive, "how fast the bounds close"),
      .epsilon(\.epsilon),
      .number(
        "epsilon-root", \.epsilonRoot, symbol: "δ′", in: .nonNegative, "added under the root"),
      .amsgrad(\.isAMSGrad),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// ε* ≥ 0: rate that the bounds close on.
  public var finalRate = 0.1
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// γ > 0: how fast the bounds close.
  public var gamma = 0.001
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// δ′ ≥ 0: added under the root.
  public var epsilonRoot = 0.0
  /// Whether to divide by the largest average of squares so far.
  public var isAMSGrad = false
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<AdaBound>
    private var moments: Moments
    private let firstRate: Double

    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: AdaBound, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(
        settings.beta1, settings.beta2, dimension: dimension, keepsLargest: settings.isAMSGrad)
      firstRate = state.clock.rate
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      let corrected = rate * moments.squareCorrection.squareRoot() / moments.meanCorrection
      let final = settings.finalRate * (firstRate > 0 ? rate / firstRate : 1)
      let progress = settings.gamma * Double(stepsTaken)
      let (lower, upper) = (final * (1 - 1 / (progress + 1)), final * (1 + 1 / progress))
      let (epsilon, shift) = (settings.epsilon, settings.epsilonRoot)
      let step = { (_: Double, m: Double, s: Double) in
        let denominator = (s + shift).squareRoot() + epsilon
        return min(max(quotient(corrected, denominator), lower), upper) * m
      }
      moments.descend(&x, along: g, step: step)
    }
  }
}
