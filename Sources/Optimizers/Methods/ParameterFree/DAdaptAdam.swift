import LinearAlgebra
import Specifications

/// Adam with D-adaptation. With λ = dεₜ and b = √β₂: m ← β₁m + (1−β₁) λg, v ← β₂v + (1−β₂) g ⊗ g,
/// A = √v + δ, r ← br + (1−b) λ⟨g, s ⊘ A⟩, s ← bs + (1−b) λg, θ ← θ − m ⊘ A,
/// d ← max(d, r / ((1−b) ‖s‖₁)).
///
/// d, which starts at d₀ and never falls, estimates the distance from the start to a minimizer in
/// the largest component; it is Adam's rate. There is no bias correction, unless λ is multiplied by
/// √(1−β₂ᵗ) / (1−β₁ᵗ) (`bias-correction`). εₜ is a schedule that begins at 1. A component without
/// any gradient is not moved. Decoupled decay shrinks θ by 1 − λ times the strength.
///
/// pytorch_optimizer and optax take ⟨g, s ⊘ A⟩ with the A of before the step (`previous-scale`).
///
/// Reference: A. Defazio and K. Mishchenko, "Learning-Rate-Free Learning by D-Adaptation", 2023,
/// arXiv:2301.07733, "Adam with D-Adaptation".
public struct DAdaptAdam: DecayingSettings {
  public static let card = OptimizerCard(
    name: "d-adapt-adam", title: "D-Adapt Adam", order: .first,
    formula: "r ← b r + (1 − b) d ⟨g, s / A⟩, s ← b s + (1 − b) d g, θ ← θ − m / A, d ← max(d, r "
      + "/ ((1 − b) ‖s‖₁)), A = √v + δ",
    reference: "Defazio and Mishchenko 2023, arXiv:2301.07733, algorithm \"Adam with "
      + "D-Adaptation\"",
    notes: [
      "There is no bias correction unless it is asked for.",
      "In pytorch_optimizer and optax the estimate takes A from before the step, and optax "
        + "corrects the rate for bias (preset=pytorch-optimizer, preset=optax).",
      "A component without any gradient is not moved.",
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
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "factor of the estimated rate"),
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of steps"),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .number(
        "initial-distance", \.initialDistance, symbol: "d₀", in: .positive,
        "first estimate of the distance to a minimizer"
      ).aliased("d0"),
      .number(
        "growth", \.growth, in: Interval(1, .infinity), "most that the estimate grows by in a step"),
      .flag(
        "previous-scale", \.usesPreviousScale, "estimate the distance with A before the step"),
      .flag("bias-correction", \.correctsBias, "correct the rate for averages that begin at 0"),
    ] + decayParameters

  public var learningRate: Rate = 1
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var epsilon = 1e-8
  public var initialDistance = 1e-6
  public var growth = Double.infinity
  public var usesPreviousScale = false
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
    /// λ.
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

    /// Moves, and returns λ⟨g, s ⊘ A⟩ and the new ‖s‖₁.
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
