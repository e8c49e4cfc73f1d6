import LinearAlgebra
import RealModule
import Specifications

/// AdEMAMix, Adam with a second, slow average of gradients.
/// ``card`` has the formula, the references and what differs from them.
public struct AdEMAMix: DecayingSettings {
  public static let card = OptimizerCard(
    name: "ademamix", title: "AdEMAMix", order: .first,
    formula: "n ← β₃ n + (1 − β₃) g, θ ← θ − ε (m̂ + α n) / (√ŝ + δ)",
    reference: "Pagliardini, Ablin and Grangier 2024, arXiv:2409.03137, algorithm 1",
    notes: [
      "The averages m̂ and ŝ are Adam's; n remembers some 1/(1 − β₃) gradients and is not "
        + "corrected for its start at 0.",
      "Over a warmup of T steps α grows as αt/T, and β₃ from β₁ so that the half-life grows "
        + "evenly.",
      "The epsilon-placement is that of adam; root, √(ŝ + δ), is optax's eps_root.",
      "Weight decay is decoupled; in pytorch_optimizer it is coupled unless told otherwise "
        + "(preset=pytorch-optimizer).",
    ])
  public static let presets: [Preset<Self>] = [
    .optax(),
    .pytorchOptimizer { $0.decay.kind = .coupled },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the fast average"),
      .beta2(\.beta2),
      .number("beta3", \.beta3, symbol: "β₃", in: .decay, "decay of the slow average").searched(
        .belowOne(0...0.9999)),
      .number("alpha", \.alpha, symbol: "α", in: .nonNegative, "weight of the slow average")
        .searched(.linear(0...10)),
      .epsilon(\.epsilon),
      .choice("epsilon-placement", \.placement, "where δ stands in the denominator"),
      .integer(
        "warmup", \.warmup, symbol: "T", in: 0...Int.max,
        "steps over which α and β₃ grow to their values"),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the fast average.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// β₃ in [0, 1): decay of the slow average.
  public var beta3 = 0.9999
  /// α ≥ 0: weight of the slow average.
  public var alpha = 5.0
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// Where δ stands in the denominator.
  public var placement = Adam.Placement.corrected
  /// T ≥ 0: steps over which α and β₃ grow to their values.
  public var warmup = 0
  public var decay = WeightDecay(0, .decoupled)

  public init() {}

  /// α and β₃ of step t ≥ 1.
  func mixture(at t: Int) -> (alpha: Double, beta3: Double) {
    guard t < warmup else { return (alpha, beta3) }
    let share = Double(t) / Double(warmup)
    let slow = Double.exp(1 / ((1 - share) / .log(beta1) + share / .log(beta3)))
    return (share * alpha, min(slow, beta3))
  }

  public struct Method: UpdateRule {
    public var state: RunState<AdEMAMix>
    private var moments: Moments
    private var slow: Vector

    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: AdEMAMix, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(settings.beta1, settings.beta2, dimension: dimension)
      slow = .zeros(dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      let (alpha, beta3) = settings.mixture(at: stepsTaken)
      accumulate(&slow, gradient: g, gain: 1 - beta3, momentum: beta3)
      let denominator = AdamDenominator(
        settings.epsilon, settings.placement, correction: moments.squareCorrection)
      Self.update(
        &x, &moments.means, &moments.squares, slow: slow, gradient: g, rate: rate,
        alpha: alpha, correction: moments.meanCorrection, denominator, settings)
    }

    private static func update(
      _ x: inout Vector, _ means: inout Vector, _ squares: inout Vector, slow: Vector,
      gradient: Vector, rate: Double, alpha: Double, correction: Double,
      _ denominator: AdamDenominator, _ settings: AdEMAMix
    ) {
      var theta = x.mutableSpan
      var m = means.mutableSpan
      var s = squares.mutableSpan
      let n = slow.span
      let g = gradient.span
      for i in 0..<theta.count {
        m[i] = blend(settings.beta1, m[i], g[i])
        s[i] = blendSquare(settings.beta2, s[i], g[i])
        let mean = m[i] / correction + alpha * n[i]
        theta[i] -= rate * quotient(mean, denominator(s[i]))
      }
    }
  }
}
