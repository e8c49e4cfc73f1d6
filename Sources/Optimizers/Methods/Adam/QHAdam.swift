import LinearAlgebra
import Specifications

/// QHAdam, Adam whose averages are mixed with the new gradient.
/// ``card`` has the formula, the references and what differs from them.
public struct QHAdam: DecayingSettings {
  public static let card = OptimizerCard(
    name: "qhadam", title: "QHAdam", order: .first,
    formula: "θ ← θ − ε ((1 − ν₁) g + ν₁ m̂) / (√((1 − ν₂) g² + ν₂ ŝ) + δ)",
    reference: "Ma and Yarats 2019, arXiv:1810.06801; defaults: the authors' qhoptim",
    notes: [
      "The averages and their corrections are Adam's.",
      "With ν₁ = ν₂ = 1 this is Adam, with ν₁ = 0 and ν₂ = 1 RMSProp with correction, with ν₁ = ν₂ "
        + "= 0 the sign of the gradient.",
      "The defaults of pytorch_optimizer make it plain Adam (preset=pytorch-optimizer).",
    ])
  public static let presets: [Preset<Self>] = [
    .pytorchOptimizer {
      $0.beta1 = 0.9
      $0.nu1 = 1
    }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .beta2(\.beta2),
      .number("nu1", \.nu1, symbol: "ν₁", in: Interval(0, 1), "share of the average of gradients")
        .searched(.linear(0...1)),
      .number("nu2", \.nu2, symbol: "ν₂", in: Interval(0, 1), "share of the average of squares"),
      .epsilon(\.epsilon),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.995
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// ν₁ in [0, 1]: share of the average of gradients.
  public var nu1 = 0.7
  /// ν₂ in [0, 1]: share of the average of squares.
  public var nu2 = 1.0
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<QHAdam>
    private var moments: Moments

    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: QHAdam, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(settings.beta1, settings.beta2, dimension: dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      let (rate, epsilon) = (rate, settings.epsilon)
      let (nu1, nu2) = (settings.nu1, settings.nu2)
      let (c1, c2) = (moments.meanCorrection, moments.squareCorrection)
      moments.descend(&x, along: g) { g, m, s in
        let mean = (1 - nu1) * g + nu1 * (m / c1)
        let square = (1 - nu2) * g * g + nu2 * (s / c2)
        return rate * quotient(mean, square.squareRoot() + epsilon)
      }
    }
  }
}
