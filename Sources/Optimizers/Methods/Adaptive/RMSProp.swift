import CKernels
import LinearAlgebra
import Specifications

/// RMSProp, gradients divided by the root of a decaying average of their squares.
/// ``card`` has the formula, the references and what differs from them.
public struct RMSProp: DecayingSettings {
  public static let card = OptimizerCard(
    name: "rmsprop", title: "RMSProp", order: .first,
    formula: "s ← β s + (1 − β) g², θ ← θ − ε g / (√s + δ)",
    reference: "Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012 "
      + "(slides); centered: Graves 2013, arXiv:1308.0850, equations 38 to 41",
    notes: [
      "The δ stands outside the root as in torch; keras and optax put it inside (preset=keras, "
        + "preset=optax).",
      "A momentum keeps a buffer of u = g / (√s + δ): with lr-placement=inside, as in keras and "
        + "optax, b ← μ b − ε u, θ ← θ + b.",
      "With lr-placement=outside, as in torch, b ← μ b − u, θ ← θ + ε b (preset=torch); the two "
        + "differ under a schedule only.",
      "With nesterov the step is μ b − ε u, or ε (μ b − u).",
      "Centered, the square of the mean of g is taken from s, which estimates the variance; "
        + "rounding can make it negative and its root NaN, as in the libraries.",
      "The bias-correction is that of optax.",
    ])
  public static let presets: [Preset<Self>] = [
    .lecture { $0.epsilon = 0 },
    .torch {
      $0.beta = 0.99
      $0.ratePlacement = .outside
    },
    .optax { $0.placement = .inside },
    .keras {
      $0.learningRate = 0.001
      $0.epsilon = 1e-7
      $0.placement = .inside
      $0.decay.kind = .decoupled
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("beta", \.beta, symbol: "β", in: .decay, "decay of the average of squares").searched(
        .belowOne(0...0.9999)),
      .epsilon(\.epsilon),
      .choice("epsilon-placement", \.placement, "where δ stands: √s + δ, √(s + δ)"),
      .flag("centered", \.isCentered, "divide by the estimated deviation of g, not its size"),
      .number("momentum", \.momentum, symbol: "μ", in: .decay, "share of the buffer that is kept"),
      .choice("lr-placement", \.ratePlacement, "whether the buffer holds steps with the rate")
        .aliased("momentum-rate"),
      .flag("nesterov", \.isNesterov, "look ahead by the buffer"),
      .flag("bias-correction", \.correctsBias, "divide the averages by 1 − βᵗ"),
      .number(
        "initial-accumulator", \.initialAccumulator, symbol: "s₀", in: .nonNegative,
        "s before the first step"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// β in [0, 1): decay of the average of squares.
  public var beta = 0.9
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// Where δ stands: √s + δ or √(s + δ).
  public var placement = EpsilonPlacement.outside
  /// Whether to divide by the estimated deviation of g, not its size.
  public var isCentered = false
  /// μ in [0, 1): share of the buffer that is kept.
  public var momentum = 0.0
  /// Whether the buffer holds steps with the rate.
  public var ratePlacement = RatePlacement.inside
  /// Whether to look ahead by the buffer.
  public var isNesterov = false
  /// Whether to divide the averages by 1 − βᵗ.
  public var correctsBias = false
  /// s₀ ≥ 0: s before the first step.
  public var initialAccumulator = 0.0
  public var decay = WeightDecay()

  public init() {}

  public var isCoordinatewise: Bool { !learningRate.followsLoss }

  public struct Method: RatedMethod {
    public var state: RunState<RMSProp>
    var squares: Vector
    var means: Vector
    var buffer: Vector
    var power: DecayingPower

    public var gradientScale: Vector? { roots }

    public init(_ settings: RMSProp, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      squares = Vector(repeating: settings.initialAccumulator, count: dimension)
      means = .zeros(settings.isCentered ? dimension : 0)
      buffer = .zeros(settings.momentum > 0 ? dimension : 0)
      power = DecayingPower(settings.beta)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      power.advance()
      isPlain ? descendPlainly(&x, &g) : descendWithMore(&x, &g)
    }

    /// Without momentum, centering and bias correction.
    private var isPlain: Bool { means.isEmpty && buffer.isEmpty && !settings.correctsBias }

    private mutating func descendPlainly(_ x: inout Vector, _ g: inout Vector) {
      let isInside = settings.placement == .inside
      let numbers = descent_squares(
        beta: settings.beta, rate: rate, inner: isInside ? settings.epsilon : 0,
        outer: isInside ? 0 : settings.epsilon, coupling: settings.decay.coupling,
        shrink: settings.decay.shrink(rate: rate))
      Kernels.update(&x, &squares, &g) { descent_rmsprop_update($0, $1, $2, $3, numbers) }
    }

    private mutating func descendWithMore(_ x: inout Vector, _ g: inout Vector) {
      settings.decay.apply(&x, &g, rate: rate)
      Self.average(&squares, &means, of: g, beta: settings.beta)
      let holdsRate = settings.ratePlacement == .inside
      let (inner, outer) = holdsRate || buffer.isEmpty ? (rate, 1) : (1, rate)
      scale(&g, by: inner)
      if buffer.isEmpty {
        x.add(-outer, g)
      } else {
        let ahead = settings.isNesterov
        Self.stepByMomentum(
          &x, &buffer, g, by: outer, momentum: settings.momentum, lookingAhead: ahead)
      }
    }

    /// b ← μb − u, θ ← θ + scale · b, or θ + scale (μb − u).
    private static func stepByMomentum(
      _ x: inout Vector, _ buffer: inout Vector, _ scaled: Vector, by scale: Double,
      momentum: Double, lookingAhead: Bool
    ) {
      var theta = x.mutableSpan
      var b = buffer.mutableSpan
      let u = scaled.span
      for i in 0..<theta.count {
        b[i] = flushed(momentum * b[i] - u[i])
        theta[i] += scale * (lookingAhead ? momentum * b[i] - u[i] : b[i])
      }
    }

    private static func average(
      _ squares: inout Vector, _ means: inout Vector, of gradient: Vector, beta: Double
    ) {
      var s = squares.mutableSpan
      let g = gradient.span
      for i in 0..<s.count { s[i] = blendSquare(beta, s[i], g[i]) }
      if !means.isEmpty { accumulate(&means, gradient: gradient, gain: 1 - beta, momentum: beta) }
    }

    /// √s, or the estimated deviation of g; nil before the first step where s is corrected.
    private var roots: Vector? {
      let correction = settings.correctsBias ? 1 - power.value : 1
      guard correction > 0 else { return nil }
      return squares.indices.map { i in
        let mean = settings.isCentered ? means[i] / correction : 0
        return max(0, squares[i] / correction - mean * mean).squareRoot()
      }
    }

    /// g ← scale · g ⊘ (√s + δ).
    private func scale(_ gradient: inout Vector, by scale: Double) {
      let correction = settings.correctsBias ? 1 - power.value : 1
      for i in gradient.indices {
        var spread = squares[i] / correction
        if settings.isCentered {
          let mean = means[i] / correction
          spread -= mean * mean
        }
        gradient[i] = quotient(
          scale * gradient[i], settings.placement.denominator(spread, settings.epsilon))
      }
    }
  }
}
