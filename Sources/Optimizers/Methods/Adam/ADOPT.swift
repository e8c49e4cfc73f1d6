import LinearAlgebra
import RealModule
import Specifications

/// ADOPT, Adam that scales a gradient by the squares before it.
/// ``card`` has the formula, the references and what differs from them.
public struct ADOPT: DecayingSettings {
  public static let card = OptimizerCard(
    name: "adopt", title: "ADOPT", order: .first,
    formula: "m ← β₁ m + (1 − β₁) clip(g / max(√s, δ), k^(1/4)), θ ← θ − ε m, s ← β₂ s + (1 − β₂) "
      + "g²",
    reference: "Taniguchi et al. 2024, arXiv:2411.02853",
    notes: [
      "A gradient takes no part in its own scale, which lets the method converge with any β₂.",
      "The first step sets s = g² and does not move.",
      "The steps that move are counted by k from 1, as in the authors' code and optax; "
        + "pytorch_optimizer counts from 2 (preset=pytorch-optimizer).",
      "Nothing is corrected for bias: s has none, and m grows from 0 as a warm-up.",
    ])
  public static let presets: [Preset<Self>] = [
    .optax(),
    .pytorchOptimizer { $0.clipStart = 2 },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("beta1", \.beta1, symbol: "β₁", in: .decay, "decay of the average of steps"),
      .beta2(\.beta2),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "least denominator"),
      .flag("clipping", \.isClipped, "clip scaled gradients to ±k^(1/4)"),
      .integer(
        "clip-start", \.clipStart, symbol: "k", in: 1...1_000_000, "k at the first step that moves"
      ),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the average of steps.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.9999
  /// δ ≥ 0: least denominator.
  public var epsilon = 1e-6
  /// Whether to clip scaled gradients to ±k^(1/4).
  public var isClipped = true
  /// k from 1 to 1e6 at the first step that moves.
  public var clipStart = 1
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<ADOPT>
    private var means: Vector
    private var squares: Vector

    public var gradientScale: Vector? { squares.map { $0.squareRoot() } }

    public init(_ settings: ADOPT, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
      squares = .zeros(dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      if stepsTaken == 1 {
        for i in g.indices { squares[i] = g[i] * g[i] }
        return
      }
      let count = Double(stepsTaken - 2 + settings.clipStart)
      Self.update(
        &x, means: &means, squares: &squares, gradient: g, rate: rate,
        bound: settings.isClipped ? .pow(count, 0.25) : .infinity, settings)
    }

    private static func update(
      _ x: inout Vector, means: inout Vector, squares: inout Vector, gradient: Vector,
      rate: Double, bound: Double, _ settings: ADOPT
    ) {
      var theta = x.mutableSpan
      var m = means.mutableSpan
      var s = squares.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        let scaled = quotient(g[i], max(s[i].squareRoot(), settings.epsilon))
        // In this order NaN stays NaN.
        m[i] = blend(settings.beta1, m[i], max(min(scaled, bound), -bound))
        theta[i] -= rate * m[i]
        s[i] = blendSquare(settings.beta2, s[i], g[i])
      }
    }
  }
}
