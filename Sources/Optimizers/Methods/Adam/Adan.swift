import LinearAlgebra
import Specifications

/// Adan, Adam with Nesterov momentum by the differences of gradients.
/// ``card`` has the formula, the references and what differs from them.
public struct Adan: RateSettings {
  /// Weight of the difference in the squares: β₂, or 1 − β₂.
  public enum DifferenceWeight: String, CaseIterable, Sendable {
    /// β₂.
    case beta2
    /// 1 − β₂.
    case complement
  }

  /// How the variables decay; ``Adan/card`` has the forms.
  public enum Decay: String, CaseIterable, Sendable {
    /// θ ← θ / (1 + ελ) after the step.
    case proximal
    /// θ ← (1 − ελ) θ before the step.
    case decoupled
    /// λθ is added to the gradient.
    case coupled
  }

  public static let card = OptimizerCard(
    name: "adan", title: "Adan", order: .first,
    formula: "d = g − g′, m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) d, n ← β₃ n + (1 − β₃) (g + "
      + "β₂ d)², θ ← θ − ε (m̂ + β₂ v̂) / (√n̂ + δ)",
    reference: "Xie, Zhou, Li, Lin and Yan 2022, arXiv:2208.06677, algorithm 1",
    notes: [
      "The difference d is 0 at first, and hats divide by 1 − βᵢᵗ.",
      "The β are the shares that are kept; those of the paper are 1 − βᵢ.",
      "The difference weighs β₂ = 0.92, which is the paper's 1 − β₂. In optax it weighs 1 − β₂ = "
        + "0.08, as if the β were the paper's, and δ′ = 1e-8 (preset=optax).",
      "Weight decay divides θ after the step, as in the paper; in optax it shrinks θ before "
        + "(preset=optax).",
    ])
  public static let presets: [Preset<Self>] = [
    .optax {
      $0.weight = .complement
      $0.epsilonRoot = 1e-8
      $0.decay = .decoupled
    },
    .pytorchOptimizer(),
  ]
  public static let parameters: [Parameter<Self>] = [
    .learningRate,
    .beta1(\.beta1),
    .number("beta2", \.beta2, symbol: "β₂", in: .decay, "decay of the average of differences"),
    .number("beta3", \.beta3, symbol: "β₃", in: .decay, "decay of the average of squares").searched(
      .belowOne(0...0.9999)),
    .epsilon(\.epsilon),
    .number(
      "epsilon-root", \.epsilonRoot, symbol: "δ′", in: .nonNegative, "added under the root"),
    .choice("difference-weight", \.weight, "weight of the difference: β₂, or 1 − β₂"),
    .weightDecay(\.weightDecay),
    .choice(
      "decay", \.decay, "after the step by 1/(1 + ελ), before by 1 − ελ, or in the gradient"
    ),
  ]

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.98
  /// β₂ in [0, 1): decay of the average of differences.
  public var beta2 = 0.92
  /// β₃ in [0, 1): decay of the average of squares.
  public var beta3 = 0.99
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// δ′ ≥ 0: added under the root.
  public var epsilonRoot = 0.0
  /// Weight of the difference: β₂, or 1 − β₂.
  public var weight = DifferenceWeight.beta2
  /// λ ≥ 0: decay of the variables towards 0.
  public var weightDecay = 0.0
  /// Whether θ decays after the step, before it, or in the gradient.
  public var decay = Decay.proximal

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<Adan>
    private var memory: Memory

    public var gradientScale: Vector? { memory.scale }

    public init(_ settings: Adan, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      memory = Memory(settings, dimension: dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      let shrinking = rate * settings.weightDecay
      if settings.decay == .decoupled, shrinking != 0 { x.scale(by: 1 - shrinking) }
      if settings.decay == .coupled, settings.weightDecay != 0 { g.add(settings.weightDecay, x) }
      if stepsTaken == 1 { memory.previous.copy(g) }
      memory.update(&x, along: g, rate: rate, settings)
      if settings.decay == .proximal, shrinking != 0 { x.scale(by: 1 / (1 + shrinking)) }
    }
  }

  /// The three averages, and the gradient of the step before.
  private struct Memory {
    var means: Vector
    var differences: Vector
    var squares: Vector
    var previous: Vector
    var powers: (DecayingPower, DecayingPower, DecayingPower)

    init(_ settings: Adan, dimension: Int) {
      means = .zeros(dimension)
      differences = .zeros(dimension)
      squares = .zeros(dimension)
      previous = .zeros(dimension)
      powers = (
        DecayingPower(settings.beta1), DecayingPower(settings.beta2), DecayingPower(settings.beta3)
      )
    }

    /// √n̂; nil before the first step.
    var scale: Vector? {
      let correction = 1 - powers.2.value
      return correction > 0 ? squares.map { ($0 / correction).squareRoot() } : nil
    }

    mutating func update(
      _ x: inout Vector, along gradient: Vector, rate: Double, _ settings: Adan
    ) {
      powers.0.advance()
      powers.1.advance()
      powers.2.advance()
      Self.update(
        &x, &means, &differences, &squares, &previous, gradient, rate: rate,
        corrections: (1 - powers.0.value, 1 - powers.1.value, 1 - powers.2.value), settings)
    }

    private static func update(
      _ x: inout Vector, _ means: inout Vector, _ differences: inout Vector,
      _ squares: inout Vector, _ previous: inout Vector, _ gradient: Vector, rate: Double,
      corrections: (Double, Double, Double), _ settings: Adan
    ) {
      let w = settings.weight == .beta2 ? settings.beta2 : 1 - settings.beta2
      let (c1, c2, c3) = corrections
      var theta = x.mutableSpan
      var m = means.mutableSpan
      var v = differences.mutableSpan
      var n = squares.mutableSpan
      var last = previous.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        let d = g[i] - last[i]
        last[i] = g[i]
        m[i] = blend(settings.beta1, m[i], g[i])
        v[i] = blend(settings.beta2, v[i], d)
        n[i] = blendSquare(settings.beta3, n[i], g[i] + w * d)
        let root = (n[i] / c3 + settings.epsilonRoot).squareRoot()
        theta[i] -= rate * quotient(m[i] / c1 + w * (v[i] / c2), root + settings.epsilon)
      }
    }
  }
}
