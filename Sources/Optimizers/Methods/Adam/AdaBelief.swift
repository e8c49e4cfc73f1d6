import LinearAlgebra
import Specifications

/// AdaBelief, Adam that divides by how far gradients stray from their average.
/// ``card`` has the formula, the references and what differs from them.
public struct AdaBelief: DecayingSettings {
  public static let card = OptimizerCard(
    name: "adabelief", title: "AdaBelief", order: .first,
    formula: "m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) (g − m)² + δ′, θ ← θ − ε m̂ / (√ŝ + δ)",
    reference: "Zhuang et al. 2020, arXiv:2010.07468, algorithm 2",
    notes: [
      "Where gradients are as expected, s is small and steps are long.",
      "The δ′ of every step adds up to δ′/(1 − β₂) in s. The paper, its authors and "
        + "pytorch_optimizer have one number for δ and δ′, optax has two.",
      "With rectify, steps are rectified where ρₜ ≥ 5, and δ is added to the root that is not "
        + "corrected; before, θ ← θ − ε m̂.",
      "With amsgrad the largest s so far counts before its correction, as in pytorch_optimizer "
        + "(ams_bound).",
      "The nesterov is that of optax; m̂ looks ahead as in optimistic-adam.",
    ])
  public static let presets: [Preset<Self>] = [.optax(), .pytorchOptimizer()]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .number(
        "epsilon-root", \.epsilonRoot, symbol: "δ′", in: .nonNegative,
        "added to the average of squares at every step"),
      .flag("rectify", \.isRectified, "rectify steps as RAdam does"),
      .flag("nesterov", \.isNesterov, "look ahead by the average of gradients"),
      .amsgrad(\.isAMSGrad),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-16
  /// δ′ ≥ 0: added to the average of squares at every step.
  public var epsilonRoot = 1e-16
  /// Whether to rectify steps as RAdam does.
  public var isRectified = false
  /// Whether to look ahead by the average of gradients.
  public var isNesterov = false
  /// Whether to divide by the largest average of squares so far.
  public var isAMSGrad = false
  public var decay = WeightDecay(0, .decoupled)

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<AdaBelief>
    private var moments: Moments
    private let rectification: Rectification

    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: AdaBelief, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(
        settings.beta1, settings.beta2, dimension: dimension, keepsLargest: settings.isAMSGrad)
      rectification = Rectification(beta2: settings.beta2, threshold: 5.0.nextDown)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      let rate = rate
      let mean = moments.correctedMean(looksAhead: settings.isNesterov)
      let factor =
        settings.isRectified
        ? rectification.factor(at: stepsTaken, power: moments.squarePower) : 1
      guard let factor else {
        update(&x, g) { g, m, _ in rate * mean(g, m) }
        return
      }
      let denominator = AdamDenominator(
        settings.epsilon, settings.isRectified ? .uncorrected : .corrected,
        correction: moments.squareCorrection)
      update(&x, g) { g, m, s in rate * factor * quotient(mean(g, m), denominator(s)) }
    }

    @inline(__always)
    private mutating func update(
      _ x: inout Vector, _ gradient: Vector, step: (_ g: Double, _ m: Double, _ s: Double) -> Double
    ) {
      let (beta2, shift) = (settings.beta2, settings.epsilonRoot)
      let accumulate = { (s: Double, g: Double, m: Double) in
        blendSquare(beta2, s, g - m) + shift
      }
      moments.descend(&x, along: gradient, accumulate: accumulate, step: step)
    }
  }
}
