import CKernels
import LinearAlgebra
import Specifications

/// Adam, a decaying average of gradients divided by the root of that of their squares.
/// ``card`` has the formula, the references and what differs from them.
public struct Adam: DecayingSettings {
  /// Where δ stands in the denominator; ``Adam/card`` has the forms.
  public enum Placement: String, CaseIterable, Sendable {
    /// √ŝ + δ.
    case corrected
    /// √s + δ, with the corrections in the rate.
    case uncorrected
    /// √(ŝ + δ).
    case root
  }

  /// Of what AMSGrad takes the maximum.
  public enum Maximum: String, CaseIterable, Sendable {
    /// s.
    case uncorrected
    /// ŝ.
    case corrected
  }

  public static let card = OptimizerCard(
    name: "adam", title: "Adam", order: .first,
    formula: "m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², θ ← θ − ε m̂ / (√ŝ + δ)",
    reference: "Kingma and Ba 2014, arXiv:1412.6980, algorithm 1; AMSGrad: Reddi, Kale and Kumar, "
      + "On the Convergence of Adam and Beyond, 2018, algorithm 2; AdamW: Loshchilov and Hutter "
      + "2019, arXiv:1711.05101, algorithm 2",
    notes: [
      "With bias-correction m̂ = m / (1 − β₁ᵗ) and ŝ = s / (1 − β₂ᵗ). Without, as in the lecture, "
        + "m̂ = m and ŝ = s: with the usual β the first step is (1 − β₁)/√(1 − β₂) ≈ 3.2 times as "
        + "long, the twelfth 6.6 times.",
      "The step descends: printed forms that add ε m / √s have the sign wrong.",
      "With epsilon-placement=corrected the denominator is √ŝ + δ, as in the paper's algorithm 1, "
        + "torch and optax; with uncorrected √s + δ and the corrections in the rate, as with δ̂ at "
        + "the end of its section 2 and in keras (preset=keras).",
      "With epsilon-placement=root the denominator is √(ŝ + δ), optax's eps_root.",
      "With epsilon=0 a component whose gradient is and was zero is not moved.",
      "AMSGrad divides by the largest s in torch and keras, by the largest ŝ in optax "
        + "(preset=optax); the paper corrects nothing (amsgrad:bias-correction=false). The three "
        + "differ from the second step on.",
      "With decay=decoupled this is AdamW, whose θ shrinks by 1 − ελ before the step; optax adds "
        + "ελθ to the step instead, the same up to rounding.",
      "The λ of adamw is 0.01 as in torch; preset=keras makes it 0.004, preset=optax 0.0001.",
    ])
  public static let aliases: [Alias<Self>] = [
    Alias(
      "adamw", title: "AdamW",
      presets: [.optax { $0.decay.strength = 0.0001 }, .keras { $0.decay.strength = 0.004 }]
    ) { $0.decay = WeightDecay(0.01, .decoupled) },
    Alias("amsgrad", title: "AMSGrad") { $0.isAMSGrad = true },
  ]
  public static let presets: [Preset<Self>] = [
    .lecture {
      $0.epsilon = 0
      $0.correctsBias = false
    },
    .torch(),
    .optax { $0.maximum = .corrected },
    .keras {
      $0.epsilon = 1e-7
      $0.placement = .uncorrected
      $0.decay.kind = .decoupled
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .flag("bias-correction", \.correctsBias, "divide the averages by 1 − βᵗ"),
      .choice("epsilon-placement", \.placement, "where δ stands in the denominator"),
      .amsgrad(\.isAMSGrad),
      .choice("amsgrad-maximum", \.maximum, "of which average amsgrad takes the largest"),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// Whether to divide the averages by 1 − βᵗ.
  public var correctsBias = true
  /// Where δ stands in the denominator.
  public var placement = Placement.corrected
  public var decay = WeightDecay()
  /// Whether to divide by the largest average of squares so far.
  public var isAMSGrad = false
  /// Of which average AMSGrad takes the largest.
  public var maximum = Maximum.uncorrected

  public init() {}

  /// The defaults with another rate, β₁ and β₂, both in [0, 1).
  public init(learningRate: Rate, beta1: Double = 0.9, beta2: Double = 0.999) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
  }

  public var isCoordinatewise: Bool { !learningRate.followsLoss }

  public struct Method: RatedMethod {
    private let placement: Placement
    private let epsilon: Double
    private let correctsBias: Bool
    private let maximum: Maximum
    private let decay: WeightDecay
    public var state: RunState<Adam>
    private var means: Vector
    private var squares: Vector
    private var largest: Vector
    private var power1: DecayingPower
    private var power2: DecayingPower
    private var numbers: descent_adam

    public var gradientScale: Vector? { roots }

    public init(_ settings: Adam, dimension: Int) {
      placement = settings.placement
      epsilon = settings.epsilon
      correctsBias = settings.correctsBias
      maximum = settings.maximum
      decay = settings.decay
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
      squares = .zeros(dimension)
      largest = .zeros(settings.isAMSGrad ? dimension : 0)
      power1 = DecayingPower(settings.beta1)
      power2 = DecayingPower(settings.beta2)
      numbers = descent_adam()
      numbers.beta1 = settings.beta1
      numbers.beta2 = settings.beta2
      numbers.coupling = settings.decay.coupling
      numbers.shrink = 1
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      power1.advance()
      power2.advance()
      numbers.rate = rate / (correctsBias ? 1 - power1.value : 1)
      let correction = correctsBias ? 1 - power2.value : 1
      let denominator = AdamDenominator(epsilon, placement, correction: correction)
      if largest.isEmpty {
        numbers.inner_scale = denominator.innerScale
        numbers.inner = denominator.inner
        numbers.outer_scale = denominator.outerScale
        numbers.outer = denominator.outer
        numbers.shrink = decay.shrink(rate: rate)
        Self.update(&x, &means, &squares, &g, by: &numbers)
      } else {
        decay.apply(&x, &g, rate: rate)
        updateAMSGrad(&x, g, denominator, correction: correction)
      }
    }

    /// √ŝ, with the largest ŝ in AMSGrad; nil before the first step.
    private var roots: Vector? {
      let correction = correctsBias ? 1 - power2.value : 1
      guard stepsTaken > 0 else { return nil }
      if largest.isEmpty { return squares.map { ($0 / correction).squareRoot() } }
      let isCorrected = maximum == .corrected
      return largest.map { (isCorrected ? $0 : $0 / correction).squareRoot() }
    }

    /// The numbers stay where they are: a copy would have to be written before it is read.
    private static func update(
      _ x: inout Vector, _ means: inout Vector, _ squares: inout Vector, _ g: inout Vector,
      by numbers: inout descent_adam
    ) {
      withUnsafePointer(to: &numbers) { numbers in
        Kernels.update(&x, &means, &squares, &g) {
          descent_adam_update($0, $1, $2, $3, $4, numbers)
        }
      }
    }

    private mutating func updateAMSGrad(
      _ x: inout Vector, _ gradient: Vector, _ denominator: AdamDenominator, correction: Double
    ) {
      // The largest is kept of s / scale, and the denominator takes what is not corrected.
      let scale = maximum == .corrected ? correction : 1
      for i in x.indices {
        let g = gradient[i]
        means[i] = blend(numbers.beta1, means[i], g)
        squares[i] = blendSquare(numbers.beta2, squares[i], g)
        let square = squares[i] / scale
        if !(square <= largest[i]) { largest[i] = square }
        x[i] -= numbers.rate * quotient(means[i], denominator(largest[i] * scale))
      }
    }
  }
}
