import LinearAlgebra
import Specifications

/// AdaMod, Adam whose rates stay below their own average.
/// ``card`` has the formula, the references and what differs from them.
public struct AdaMod: DecayingSettings {
  public static let card = OptimizerCard(
    name: "adamod", title: "AdaMod", order: .first,
    formula: "η = ε √c₂ / c₁ / (√s + δ), b ← β₃ b + (1 − β₃) η, θ ← θ − min(η, b) m",
    reference: "Ding, Ren, Luo and Sun 2019, arXiv:1910.12249",
    notes: [
      "The averages m and s and the corrections cᵢ = 1 − βᵢᵗ are Adam's.",
      "The average b begins at 0 and is not corrected, which is a warm-up of about 1/(1 − β₃) "
        + "steps.",
      "In pytorch_optimizer β₂ = 0.99 and β₃ = 0.9999 (preset=pytorch-optimizer).",
    ])
  public static let presets: [Preset<Self>] = [
    .pytorchOptimizer {
      $0.beta2 = 0.99
      $0.beta3 = 0.9999
      $0.decay.kind = .decoupled
    }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .beta2(\.beta2),
      .number("beta3", \.beta3, symbol: "β₃", in: .decay, "decay of the average of rates").searched(
        .belowOne(0...0.9999)),
      .epsilon(\.epsilon),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// β₃ in [0, 1): decay of the average of rates.
  public var beta3 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<AdaMod>
    private var moments: Moments
    private var bounds: Vector

    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: AdaMod, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(settings.beta1, settings.beta2, dimension: dimension)
      bounds = .zeros(dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      let rate = rate * moments.squareCorrection.squareRoot() / moments.meanCorrection
      Self.update(
        &x, means: &moments.means, squares: &moments.squares, bounds: &bounds, gradient: g,
        rate: rate, settings)
    }

    private static func update(
      _ x: inout Vector, means: inout Vector, squares: inout Vector, bounds: inout Vector,
      gradient: Vector, rate: Double, _ settings: AdaMod
    ) {
      var theta = x.mutableSpan
      var m = means.mutableSpan
      var s = squares.mutableSpan
      var b = bounds.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        m[i] = blend(settings.beta1, m[i], g[i])
        s[i] = blendSquare(settings.beta2, s[i], g[i])
        let denominator = s[i].squareRoot() + settings.epsilon
        // Where no gradient was there is no rate to average either.
        let own = denominator == 0 ? 0 : rate / denominator
        b[i] = blend(settings.beta3, b[i], own)
        theta[i] -= min(own, b[i]) * m[i]
      }
    }
  }
}
