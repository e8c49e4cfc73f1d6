import LinearAlgebra
import Specifications

/// Schedule-free AdamW: Adam that averages iterates in place of gradients.
/// ``card`` has the formula, the references and what differs from them.
public struct ScheduleFreeAdamW: ScheduleFreeSettings {
  public static let card = OptimizerCard(
    name: "schedule-free-adamw", title: "Schedule-Free AdamW", order: .first,
    formula: "g = ∇f((1 − β₁) z + β₁ x), s ← β₂ s + (1 − β₂) g², z ← z − ε g / (√ŝ + δ), x ← (1 − "
      + "c) x + c z",
    reference: "Defazio, Yang, Mehta, Mishchenko, Khaled and Cutkosky 2024, arXiv:2405.15682, "
      + "algorithm 1",
    notes: [
      "Adam's average of gradients is left out; β₁ between z and x stands for it. As in Adam, ŝ = "
        + "s / (1 − β₂ᵗ).",
      "The iterate is x, the average of z; the evaluation point is y = (1 − β₁) z + β₁ x, where "
        + "gradients are taken, which the libraries hold as their parameters.",
      "Weight decay acts at y, decoupled as a part of the step, coupled as a part of g.",
      "Keras averages with equal weights whatever the rate (preset=keras); pytorch_optimizer has "
        + "√(ŝ + 1e-15) + δ (preset=pytorch-optimizer).",
      "Warm-up is that of the authors; optax begins it with a rate of 0 (preset=optax).",
      "A component without any gradient is not moved.",
      "A plateau schedule is told f at the point of the gradient.",
    ])
  public static let presets: [Preset<Self>] = [
    .optax { $0.averaging.isWarmupLate = true },
    .keras { $0.averaging.ratePower = 0 },
    .pytorchOptimizer { $0.epsilonRoot = 1e-15 },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number(
        "beta1", \.averaging.beta, symbol: "β₁", in: Interval(0, 1),
        "where gradients are taken: at z for 0, at x for 1"),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .number(
        "epsilon-root", \.epsilonRoot, symbol: "δ′", in: .nonNegative, "added under the root"),
      .flag("amsgrad", \.isAMSGrad, "divide by the largest corrected average of squares so far"),
    ] + averagingParameters + decayParameters

  public var learningRate: Rate = 0.0025
  public var averaging = ScheduleFreeAveraging()
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// δ′ ≥ 0: added under the root.
  public var epsilonRoot = 0.0
  /// Whether to divide by the largest corrected average of squares so far.
  public var isAMSGrad = false
  public var decay = WeightDecay(0, .decoupled)

  public init() {}

  public struct Method: GradientMethod {
    public var evaluationPointName: String? { "gradient point y = (1 - beta1) z + beta1 x" }
    public var asksAtEvaluationPoint: Bool { true }
    public var learningRate: Double { average.rate }
    public var followsValidation: Bool { average.clock.followsValidation }

    public mutating func observe(validationLoss: Double) {
      average.clock.observe(validationLoss: validationLoss)
    }
    public var gradientScale: Vector? {
      if !largest.isEmpty { return largest.map { $0.squareRoot() } }
      let correction = 1 - power2.value
      return correction > 0 ? squares.map { ($0 / correction).squareRoot() } : nil
    }

    let settings: ScheduleFreeAdamW
    public var gradient: Vector
    var squares: Vector
    private var largest: Vector
    var average: ScheduleFreeAverage
    private var power2: DecayingPower

    public init(_ settings: ScheduleFreeAdamW, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      squares = .zeros(dimension)
      largest = .zeros(settings.isAMSGrad ? dimension : 0)
      average = ScheduleFreeAverage(settings.averaging, settings.learningRate)
      power2 = DecayingPower(settings.beta2)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      average.advance(from: x, loss: value)
      power2.advance()
      let decay = settings.decay
      let y = decay.strength > 0 ? evaluationPoint(from: x) : []
      if decay.strength > 0, decay.kind == .coupled { g.add(decay.strength, y) }
      Self.scale(&g, &squares, &largest, correction: 1 - power2.value, settings)
      if decay.strength > 0, decay.kind == .decoupled { g.add(decay.strength, y) }
      average.step(&x, along: g)
    }

    /// s ← β₂s + (1−β₂) g ⊗ g, g ← g ⊘ (√ŝ + δ).
    private static func scale(
      _ gradient: inout Vector, _ squares: inout Vector, _ largest: inout Vector,
      correction: Double, _ settings: ScheduleFreeAdamW
    ) {
      let beta = settings.beta2
      var g = gradient.mutableSpan
      var s = squares.mutableSpan
      var top = largest.mutableSpan
      for i in 0..<g.count {
        s[i] = blendSquare(beta, s[i], g[i])
        let corrected = s[i] / correction
        let square = settings.isAMSGrad ? raise(&top[i], to: corrected) : corrected
        let root = (square + settings.epsilonRoot).squareRoot()
        g[i] = quotient(g[i], root + settings.epsilon)
      }
    }

    public func evaluationPoint(from x: Vector) -> Vector { average.point(from: x) }
  }
}
