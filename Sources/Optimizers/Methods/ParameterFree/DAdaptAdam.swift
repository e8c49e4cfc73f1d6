import LinearAlgebra
import Specifications

/// Adam with D-adaptation: its rate is an estimate of the distance from the start to a minimizer.
/// ``card`` has the formula, the references and what differs from them.
public struct DAdaptAdam: DecayingSettings {
  public static let card = OptimizerCard(
    name: "d-adapt-adam", title: "D-Adapt Adam", order: .first,
    formula: "r ← b r + (1 − b) d ε ⟨g, s / A⟩, s ← b s + (1 − b) d ε g, θ ← θ − m / A, d ← "
      + "max(d, r / ((1 − b) ‖s‖₁)), A = √v + δ",
    reference: "Defazio and Mishchenko 2023, arXiv:2301.07733, algorithm \"Adam with "
      + "D-Adaptation\"",
    notes: [
      "The averages are m ← β₁ m + (1 − β₁) d ε g and v ← β₂ v + (1 − β₂) g², and b = √β₂.",
      "The estimate d is of the distance from the start to a minimizer in the largest component; "
        + "it starts at d₀ and never falls.",
      "The factor ε is meant for a schedule that begins at 1.",
      "There is no bias correction, unless bias-correction=true multiplies d ε by √(1 − β₂ᵗ)/(1 − "
        + "β₁ᵗ), as optax does (preset=optax).",
      "In pytorch_optimizer and optax the estimate takes A from before the step "
        + "(preset=pytorch-optimizer, preset=optax).",
      "A component without any gradient is not moved.",
      "Decoupled decay shrinks θ by the factor 1 − d ε λ.",
    ])
  public static let presets: [Preset<Self>] = [
    .optax {
      $0.usesPreviousScale = true
      $0.correctsBias = true
      $0.decay.kind = .decoupled
    },
    .pytorchOptimizer { $0.usesPreviousScale = true },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "factor of the estimated rate")
        .searched(.logarithmic(0.1...10)),
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of steps"),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .number(
        "initial-distance", \.initialDistance, symbol: "d₀", in: .positive,
        "first estimate of the distance to a minimizer"
      ).searched(.logarithmic(1e-8...1)).aliased("d0"),
      .number(
        "growth", \.growth, in: Interval(1, .infinity),
        "most that the estimate grows by in a step"),
      .flag(
        "previous-scale", \.usesPreviousScale, "estimate the distance with A before the step"),
      .flag("bias-correction", \.correctsBias, "correct the rate for averages that begin at 0"),
    ] + decayParameters

  public var learningRate: Rate = 1
  /// β₁ in [0, 1): decay of the average of steps.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// d₀ > 0: first estimate of the distance to a minimizer.
  public var initialDistance = 1e-6
  /// Most that the estimate grows by in a step, ≥ 1, may be ∞.
  public var growth = Double.infinity
  /// Whether to estimate the distance with A before the step.
  public var usesPreviousScale = false
  /// Whether to correct the rate for averages that begin at 0.
  public var correctsBias = false
  public var decay = WeightDecay()

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<DAdaptAdam>
    var means: Vector
    var squares: Vector
    var sum: Vector
    var numerator = 0.0
    /// d.
    private(set) var distance: Double
    private var power1: DecayingPower
    private var power2: DecayingPower
    /// dε, corrected for bias where that is asked for.
    public private(set) var learningRate: Double
    public var gradientScale: Vector? { squares.map { $0.squareRoot() } }

    public init(_ settings: DAdaptAdam, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
      squares = .zeros(dimension)
      sum = .zeros(dimension)
      distance = settings.initialDistance
      power1 = DecayingPower(settings.beta1)
      power2 = DecayingPower(settings.beta2)
      learningRate = distance * state.clock.rate
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      power1.advance()
      power2.advance()
      learningRate = distance * rate * correction
      settings.decay.apply(&x, &g, rate: learningRate)
      let (along, size) = Self.update(
        &x, means: &means, squares: &squares, sum: &sum, gradient: g, rate: learningRate, settings)
      let kept = settings.beta2.squareRoot()
      numerator = blend(kept, numerator, along)
      let estimate = quotient(numerator, (1 - kept) * size)
      distance = max(distance, min(estimate, distance * settings.growth))
    }

    private var correction: Double {
      settings.correctsBias ? (1 - power2.value).squareRoot() / (1 - power1.value) : 1
    }

    /// Moves, and returns dε⟨g, s ⊘ A⟩ and the new ‖s‖₁.
    private static func update(
      _ x: inout Vector, means: inout Vector, squares: inout Vector, sum: inout Vector,
      gradient: Vector, rate: Double, _ settings: DAdaptAdam
    ) -> (along: Double, size: Double) {
      let (beta1, beta2) = (settings.beta1, settings.beta2)
      let kept = beta2.squareRoot()
      var theta = x.mutableSpan
      var m = means.mutableSpan
      var v = squares.mutableSpan
      var s = sum.mutableSpan
      let g = gradient.span
      var (along, size) = (0.0, 0.0)
      for i in 0..<theta.count {
        let step = rate * g[i]
        m[i] = blend(beta1, m[i], step)
        let previous = v[i]
        v[i] = blendSquare(beta2, previous, g[i])
        let denominator = v[i].squareRoot() + settings.epsilon
        let scale =
          settings.usesPreviousScale ? previous.squareRoot() + settings.epsilon : denominator
        along += step * quotient(s[i], scale)
        s[i] = blend(kept, s[i], step)
        size += abs(s[i])
        theta[i] -= quotient(m[i], denominator)
      }
      return (along, size)
    }
  }
}
