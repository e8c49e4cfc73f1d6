import LinearAlgebra
import Specifications

/// Sophia, a clipped step by the diagonal of the Hessian.
/// ``card`` has the formula, the references and what differs from them.
public struct Sophia: DiagonalSettings {
  /// Whether an estimate is made before the step or after it.
  public enum Refresh: String, CaseIterable, Sendable {
    /// It counts from its own step on.
    case before
    /// It counts from the next step on.
    case after
  }

  public static let card = OptimizerCard(
    name: "sophia", title: "Sophia", order: .second,
    formula: "m ← β₁ m + (1 − β₁) g, h ← β₂ h + (1 − β₂) diag H every k steps, θ ← θ − ε clip(m / "
      + "max(γ h, δ), ρ)",
    reference: "Liu, Li, Hall, Liang and Ma 2023, arXiv:2305.14342, algorithms 1 and 3",
    notes: [
      "Each component is clipped to [−ρ, ρ]: where h is small or negative, the step is ε ρ "
        + "sign(m).",
      "But for δ only γ ρ and ε ρ matter: the paper has ρ = 1, pytorch_optimizer γ = 1 with ρ "
        + "small (preset=pytorch-optimizer).",
      "In optax probes are ±1 where the paper draws normal numbers, and m is divided by 1 − β₁ᵗ "
        + "(preset=optax).",
      "With refresh=after, as in optax, the first step is by the signs of g.",
      "Weight decay is decoupled, as in the paper.",
      "The Gauss-Newton-Bartlett estimator of the paper (algorithm 2) needs the labels of a "
        + "classifier and is left out.",
      "With epsilon=0 a component with m = h = 0 is not moved.",
      "A step asks for one gradient, and every k steps for one Hessian (diagonal=exact) or as "
        + "many products as samples says.",
    ])
  public static let presets: [Preset<Self>] = [
    .optax {
      $0.beta1 = 0.965
      $0.epsilon = 1e-8
      $0.isCorrected = true
      $0.refresh = .after
      $0.diagonal.probe = .rademacher
      $0.decay.strength = 0.0001
    },
    .pytorchOptimizer {
      $0.learningRate = 0.06
      $0.gamma = 1
      $0.clip = 0.01
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the average of diagonals"),
      .number(
        "gamma", \.gamma, symbol: "γ", in: .nonNegative, "factor of the average of diagonals"
      ).searched(.logarithmic(1e-4...1)),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "least denominator"),
      .number(
        "clip", \.clip, symbol: "ρ", in: Interval(0, .infinity, openBelow: true),
        "largest component of the step before the rate"),
      .flag("bias-correction", \.isCorrected, "divide m by 1 − β₁ᵗ"),
      .choice("refresh", \.refresh, "an estimate counts from its own step on, or the one after"),
    ] + diagonalParameters + decayParameters

  public var learningRate: Rate = 6e-4
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.96
  /// β₂ in [0, 1): decay of the average of diagonals.
  public var beta2 = 0.99
  /// γ ≥ 0: factor of the average of diagonals.
  public var gamma = 0.01
  /// δ ≥ 0: least denominator.
  public var epsilon = 1e-12
  /// ρ > 0, may be ∞: largest component of the step before the rate.
  public var clip = 1.0
  /// Whether to divide m by 1 − β₁ᵗ.
  public var isCorrected = false
  /// Whether an estimate counts from its own step on, or the one after.
  public var refresh = Refresh.before
  public var diagonal = HessianDiagonal(probe: .gaussian, interval: 10)
  public var decay = WeightDecay(0, .decoupled)

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<Sophia>
    private var means: Vector
    private var curvatures: Vector
    private var estimator: DiagonalEstimator
    private var power: DecayingPower

    /// ρ max(γh, δ), beyond which a component of m is clipped; with `refresh=after` that of the
    /// step to come. Nil where nothing is clipped.
    public var gradientScale: Vector? {
      guard settings.clip.isFinite else { return nil }
      return curvatures.map { settings.clip * max(settings.gamma * $0, settings.epsilon) }
    }

    public init(_ settings: Sophia, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
      curvatures = .zeros(dimension)
      estimator = DiagonalEstimator(settings.diagonal, dimension: dimension)
      power = DecayingPower(settings.beta1)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try estimator.advance(at: x, querying: &oracle)
      try gradientStep(from: &x, querying: &oracle)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      power.advance()
      settings.decay.apply(&x, &g, rate: rate)
      if settings.refresh == .before { takeEstimate() }
      Self.update(
        &x, means: &means, curvatures: curvatures, gradient: g, rate: rate,
        correction: settings.isCorrected ? 1 - power.value : 1, settings)
      if settings.refresh == .after { takeEstimate() }
    }

    private mutating func takeEstimate() {
      guard let diagonal = estimator.take() else { return }
      for i in curvatures.indices {
        curvatures[i] = blend(settings.beta2, curvatures[i], diagonal[i])
      }
    }

    private static func update(
      _ x: inout Vector, means: inout Vector, curvatures: Vector, gradient: Vector, rate: Double,
      correction: Double, _ settings: Sophia
    ) {
      let (beta1, gamma, least, most) =
        (settings.beta1, settings.gamma, settings.epsilon, settings.clip)
      var theta = x.mutableSpan
      var m = means.mutableSpan
      let (h, g) = (curvatures.span, gradient.span)
      for i in 0..<theta.count {
        m[i] = blend(beta1, m[i], g[i])
        let step = quotient(m[i] / correction, max(gamma * h[i], least))
        theta[i] -= rate * min(max(step, -most), most)
      }
    }
  }
}
