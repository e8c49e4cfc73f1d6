import LinearAlgebra
import Specifications

/// Prodigy, Adam whose rate is an estimate of the distance from the start to a minimizer.
/// ``card`` has the formula, the references and what differs from them.
public struct Prodigy: DecayingSettings {
  public static let card = OptimizerCard(
    name: "prodigy", title: "Prodigy", order: .first,
    formula: "r ← β₃ r + d²/d₀ ε ⟨g, θ₀ − θ⟩, s ← β₃ s + d²/d₀ ε g, d ← max(d, c r / ‖s‖₁), θ ← θ "
      + "− d ε m / (√v + d δ)",
    reference: "Mishchenko and Defazio 2023, arXiv:2306.06101, the Adam version; details: the "
      + "authors' code",
    notes: [
      "The averages are m ← β₁ m + (1 − β₁) d g and v ← β₂ v + (1 − β₂) d² g²; d is that of "
        + "before the step, but for d δ.",
      "The estimate d starts at d₀, far below any distance, and never falls; until it has grown, "
        + "in some tens of steps, θ hardly moves.",
      "The factor ε is meant for a schedule that begins at 1.",
      "With bias-correction=true ε is multiplied by √(1 − β₂ᵗ)/(1 − β₁ᵗ), which optax always does "
        + "(preset=optax).",
      "Sums run over all variables; while all gradients are zero nothing moves.",
    ])
  public static let presets: [Preset<Self>] = [
    .optax {
      $0.correctsBias = true
      $0.decay.kind = .decoupled
    },
    .pytorchOptimizer { $0.decay.kind = .decoupled },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "factor of the estimated rate")
        .searched(.logarithmic(0.1...10)),
      .beta1(\.beta1),
      .beta2(\.beta2),
      .number(
        "beta3", \.beta3, symbol: "β₃", in: .decay,
        "decay of the sums of the estimate; 0: √β₂"
      ),
      .number(
        "epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator, times d"),
      .number(
        "initial-distance", \.initialDistance, symbol: "d₀", in: .positive,
        "first estimate of the distance to a minimizer"
      ).searched(.logarithmic(1e-8...1)).aliased("d0"),
      .number("d-factor", \.factor, symbol: "c", in: .positive, "factor of every later estimate"),
      .number(
        "growth", \.growth, symbol: "", in: Interval(1, .infinity),
        "most that the estimate grows by in a step"),
      .flag("bias-correction", \.correctsBias, "correct the rate as Adam does"),
      .flag("safeguard-warmup", \.isSafeguarded, "leave lr out of the denominator of the estimate"),
    ] + decayParameters

  public var learningRate: Rate = 1
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// β₃ in [0, 1): decay of the sums of the estimate; 0: √β₂.
  public var beta3 = 0.0
  /// δ ≥ 0: added to the denominator, times d.
  public var epsilon = 1e-8
  /// d₀ > 0: first estimate of the distance to a minimizer.
  public var initialDistance = 1e-6
  /// c > 0: factor of every later estimate.
  public var factor = 1.0
  /// Most that the estimate grows by in a step, ≥ 1, may be ∞.
  public var growth = Double.infinity
  /// Whether to correct the rate as Adam does.
  public var correctsBias = false
  /// Whether to leave lr out of the denominator of the estimate.
  public var isSafeguarded = false
  public var decay = WeightDecay()

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<Prodigy>
    var means: Vector
    var squares: Vector
    var start: Vector = []
    var sum: Vector
    var numerator = 0.0
    /// d.
    private(set) var distance: Double
    private var largestEstimate: Double
    private var power1: DecayingPower
    private var power2: DecayingPower
    /// dε, with the d before the step.
    public private(set) var learningRate: Double

    public init(_ settings: Prodigy, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
      squares = .zeros(dimension)
      sum = .zeros(dimension)
      distance = settings.initialDistance
      largestEstimate = settings.initialDistance
      power1 = DecayingPower(settings.beta1)
      power2 = DecayingPower(settings.beta2)
      learningRate = settings.initialDistance * state.clock.rate
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      if start.isEmpty { start = x }
      state.clock.advance(loss: value)
      power1.advance()
      power2.advance()
      let correction = (1 - power2.value).squareRoot() / (1 - power1.value)
      learningRate = distance * rate * (settings.correctsBias ? correction : 1)
      if settings.decay.kind == .coupled { settings.decay.apply(&x, &g, rate: learningRate) }
      Self.average(&means, &squares, of: g, times: distance, settings)
      guard estimateDistance(from: x, g) else { return }
      if settings.decay.kind == .decoupled { settings.decay.apply(&x, &g, rate: learningRate) }
      Self.move(&x, means, squares, rate: learningRate, shift: distance * settings.epsilon)
    }

    private static func average(
      _ means: inout Vector, _ squares: inout Vector, of gradient: Vector, times scale: Double,
      _ settings: Prodigy
    ) {
      let (beta1, beta2) = (settings.beta1, settings.beta2)
      var m = means.mutableSpan
      var s = squares.mutableSpan
      let g = gradient.span
      for i in 0..<m.count {
        let scaled = scale * g[i]
        m[i] = blend(beta1, m[i], scaled)
        s[i] = blendSquare(beta2, s[i], scaled)
      }
    }

    private static func move(
      _ x: inout Vector, _ means: Vector, _ squares: Vector, rate: Double, shift: Double
    ) {
      var theta = x.mutableSpan
      let (m, s) = (means.span, squares.span)
      for i in 0..<theta.count { theta[i] -= rate * quotient(m[i], s[i].squareRoot() + shift) }
    }

    /// Replaces d; false where all gradients have been zero.
    private mutating func estimateDistance(from x: Vector, _ g: Vector) -> Bool {
      let beta3 = settings.beta3 > 0 ? settings.beta3 : settings.beta2.squareRoot()
      let scale = distance / settings.initialDistance
      let weight = scale * (settings.isSafeguarded ? distance : learningRate)
      var along = 0.0
      for i in x.indices { along += g[i] * (start[i] - x[i]) }
      accumulate(&sum, gradient: g, gain: weight, momentum: beta3)
      var size = 0.0
      for value in sum { size += abs(value) }
      numerator = flushed(beta3 * numerator + scale * learningRate * along)
      guard size != 0 else { return false }
      let estimate = settings.factor * numerator / size
      if distance == settings.initialDistance { distance = max(distance, estimate) }
      largestEstimate = max(largestEstimate, estimate)
      distance = max(distance, min(largestEstimate, distance * settings.growth))
      return true
    }
  }
}
