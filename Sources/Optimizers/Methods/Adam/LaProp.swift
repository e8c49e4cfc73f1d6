import LinearAlgebra
import Specifications

/// LaProp, momentum of gradients that are scaled first.
/// ``card`` has the formula, the references and what differs from them.
public struct LaProp: DecayingSettings {
  public static let card = OptimizerCard(
    name: "laprop", title: "LaProp", order: .first,
    formula: "s ← β₂ s + (1 − β₂) g², m ← β₁ m + (1 − β₁) g / (√ŝ + δ), θ ← θ − ε m̂",
    reference: "Ziyin, Wang and Ueda 2020, arXiv:2002.04839, algorithm 1",
    notes: [
      "Adam scales the average, LaProp averages the scaled, so that β₁ and β₂ can be chosen apart; "
        + "no component moves by more than ε/√(1 − β₂).",
      "The authors' code and pytorch_optimizer keep ε in m, which differs under a schedule only, "
        + "and add δ to the root that is not corrected.",
      "In pytorch_optimizer δ′ = 1e-15 (preset=pytorch-optimizer); it rounds 1/(1 − β₁ᵗ) to single "
        + "precision unless foreach=False, which is not imitated.",
      "With amsgrad the largest s so far counts before its correction.",
    ])
  public static let presets: [Preset<Self>] = [
    .pytorchOptimizer {
      $0.placement = .uncorrected
      $0.epsilonRoot = 1e-15
    }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of steps"),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .choice("epsilon-placement", \.placement, "where δ stands in the denominator"),
      .number(
        "epsilon-root", \.epsilonRoot, symbol: "δ′", in: .nonNegative,
        "added to the average of squares under the root"),
      .amsgrad(\.isAMSGrad),
    ] + decayParameters

  public var learningRate: Rate = 4e-4
  /// β₁ in [0, 1): decay of the average of steps.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-15
  /// Where δ stands in the denominator.
  public var placement = Adam.Placement.corrected
  /// δ′ ≥ 0: added to the average of squares under the root.
  public var epsilonRoot = 0.0
  /// Whether to divide by the largest average of squares so far.
  public var isAMSGrad = false
  public var decay = WeightDecay(0, .decoupled)

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<LaProp>
    private var moments: Moments

    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: LaProp, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(
        settings.beta1, settings.beta2, dimension: dimension, keepsLargest: settings.isAMSGrad)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      Self.update(
        &x, means: &moments.means, squares: &moments.squares, largest: &moments.largest,
        gradient: g, rate: rate / moments.meanCorrection,
        AdamDenominator(
          settings.epsilon, settings.placement, correction: moments.squareCorrection),
        settings)
    }

    private static func update(
      _ x: inout Vector, means: inout Vector, squares: inout Vector, largest: inout Vector,
      gradient: Vector, rate: Double, _ denominator: AdamDenominator, _ settings: LaProp
    ) {
      var theta = x.mutableSpan
      var m = means.mutableSpan
      var s = squares.mutableSpan
      var top = largest.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        s[i] = blendSquare(settings.beta2, s[i], g[i])
        let square = settings.isAMSGrad ? raise(&top[i], to: s[i]) : s[i]
        let scaled = quotient(g[i], denominator(square + settings.epsilonRoot))
        m[i] = blend(settings.beta1, m[i], scaled)
        theta[i] -= rate * m[i]
      }
    }
  }
}
