import LinearAlgebra
import RealModule
import Specifications

/// FTRL-proximal, follow the regularized leader.
/// ``card`` has the formula, the references and what differs from them.
public struct FTRL: DecayingSettings {
  public static let card = OptimizerCard(
    name: "ftrl", title: "FTRL", order: .first,
    formula: "z ← z + g − (√n′ − √n) θ / ε, θ ← (clip(z, ±λ₁) − z) / ((β + √n′) / ε + 2 λ₂)",
    reference: "McMahan et al., Ad Click Prediction: a View from the Trenches, KDD 2013, "
      + "algorithm 1",
    notes: [
      "Each step sets θ anew from z, with n′ = n + g²; λ₁ sets variables to exactly 0.",
      "Where q = −lr-power is not ½, n and n′ are raised to q in place of their roots; "
        + "pytorch_optimizer divides by √n whatever its power.",
      "Without regularization this is AdaGrad but for the start, where z is 0 as if θ were.",
      "With n₀ > 0 the first step multiplies θ by 1 − √(n₀/n₁) beside the step, and a variable "
        + "without any gradient goes to 0; with n₀ = 0 it stays.",
      "The defaults are those of keras; pytorch_optimizer has n₀ = 0 (preset=pytorch-optimizer).",
      "The paper and pytorch_optimizer write λ₂ where keras, and this, has 2λ₂.",
      "The 2λₛθ of l2-shrinkage is added to the g that enters z, not to the one that enters n.",
      "At a rate of 0, as at the start of a warm-up, the method rests and takes nothing in.",
    ])
  public static let presets: [Preset<Self>] = [
    .keras { $0.decay.kind = .decoupled },
    .pytorchOptimizer { $0.initialAccumulator = 0 },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number(
        "lr-power", \.ratePower, symbol: "−q", in: Interval(-.infinity, 0, openBelow: true),
        "the rate falls as n to this power"),
      .number(
        "initial-accumulator", \.initialAccumulator, symbol: "n₀", in: .nonNegative,
        "n before the first step"),
      .number("l1", \.l1, symbol: "λ₁", in: .nonNegative, "strength of the absolute values"),
      .number("l2", \.l2, symbol: "λ₂", in: .nonNegative, "strength of the squares"),
      .number(
        "l2-shrinkage", \.shrinkage, symbol: "λₛ", in: .nonNegative,
        "squares that are added to f, 2λₛθ to g"),
      .number("beta", \.beta, symbol: "β", in: .nonNegative, "added to the root of n"),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// −q ≤ 0: the rate falls as n to this power.
  public var ratePower = -0.5
  /// n₀ ≥ 0: n before the first step.
  public var initialAccumulator = 0.1
  /// λ₁ ≥ 0: strength of the absolute values.
  public var l1 = 0.0
  /// λ₂ ≥ 0: strength of the squares.
  public var l2 = 0.0
  /// λₛ ≥ 0: strength of the squares that are added to f, 2λₛθ to g.
  public var shrinkage = 0.0
  /// β ≥ 0: added to the root of n.
  public var beta = 0.0
  public var decay = WeightDecay()

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<FTRL>
    var squares: Vector
    var linear: Vector

    /// √n; nil where another power measures the gradient.
    public var gradientScale: Vector? {
      settings.ratePower == -0.5 ? squares.map { $0.squareRoot() } : nil
    }

    public init(_ settings: FTRL, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      squares = Vector(repeating: settings.initialAccumulator, count: dimension)
      linear = .zeros(dimension)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      // Below this the quotients overflow.
      guard rate > 1e-150 else { return }
      settings.decay.apply(&x, &g, rate: rate)
      Self.update(&x, squares: &squares, linear: &linear, gradient: g, rate: rate, settings)
    }

    private static func update(
      _ x: inout Vector, squares: inout Vector, linear: inout Vector, gradient: Vector,
      rate: Double, _ settings: FTRL
    ) {
      let power = -settings.ratePower
      let constant = settings.beta / rate + 2 * settings.l2
      var theta = x.mutableSpan
      var n = squares.mutableSpan
      var z = linear.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        let before = root(n[i], power)
        n[i] += g[i] * g[i]
        let after = root(n[i], power)
        z[i] += g[i] + 2 * settings.shrinkage * theta[i] - (after - before) / rate * theta[i]
        let curvature = after / rate + constant
        guard curvature != 0 || z[i] != 0 else { continue }
        theta[i] = (min(max(z[i], -settings.l1), settings.l1) - z[i]) / curvature
      }
    }

    private static func root(_ n: Double, _ power: Double) -> Double {
      power == 0.5 ? n.squareRoot() : .pow(n, power)
    }
  }
}
