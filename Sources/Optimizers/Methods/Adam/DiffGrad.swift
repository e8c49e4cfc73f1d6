import LinearAlgebra
import RealModule
import Specifications

/// diffGrad, Adam that slows down where the gradient changes little.
/// ``card`` has the formula, the references and what differs from them.
public struct DiffGrad: DecayingSettings {
  public static let card = OptimizerCard(
    name: "diffgrad", title: "diffGrad", order: .first,
    formula: "ξ = 1 / (1 + exp(−|g − g′|)), θ ← θ − ε √c₂ / c₁ ξ m / (√s + δ)",
    reference: "Dubey et al., IEEE Trans. Neural Netw. Learn. Syst. 31 (2020) 4500-4511, "
      + "arXiv:1909.11015",
    notes: [
      "The averages m and s and the corrections cᵢ = 1 − βᵢᵗ are Adam's; g′, the gradient of the "
        + "step before, is 0 at first.",
      "The friction ξ lies between ½, where the gradient stays as it is, and 1.",
      "In pytorch_optimizer δ′ = 1e-15 (preset=pytorch-optimizer).",
    ])
  public static let presets: [Preset<Self>] = [
    .pytorchOptimizer {
      $0.epsilonRoot = 1e-15
      $0.decay.kind = .decoupled
    }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .number(
        "epsilon-root", \.epsilonRoot, symbol: "δ′", in: .nonNegative, "added under the root"),
      .amsgrad(\.isAMSGrad),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// δ′ ≥ 0: added under the root.
  public var epsilonRoot = 0.0
  /// Whether to divide by the largest average of squares so far.
  public var isAMSGrad = false
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<DiffGrad>
    private var moments: Moments
    private var previous: Vector

    public var gradientScale: Vector? { moments.scale }

    public init(_ settings: DiffGrad, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      moments = Moments(
        settings.beta1, settings.beta2, dimension: dimension, keepsLargest: settings.isAMSGrad)
      previous = .zeros(dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      moments.advance()
      let rate = rate * moments.squareCorrection.squareRoot() / moments.meanCorrection
      Self.update(
        &x, means: &moments.means, squares: &moments.squares, largest: &moments.largest,
        previous: &previous, gradient: g, rate: rate, settings)
    }

    private static func update(
      _ x: inout Vector, means: inout Vector, squares: inout Vector, largest: inout Vector,
      previous: inout Vector, gradient: Vector, rate: Double, _ settings: DiffGrad
    ) {
      var theta = x.mutableSpan
      var m = means.mutableSpan
      var s = squares.mutableSpan
      var top = largest.mutableSpan
      var last = previous.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        m[i] = blend(settings.beta1, m[i], g[i])
        s[i] = blendSquare(settings.beta2, s[i], g[i])
        let friction = 1 / (1 + .exp(-abs(last[i] - g[i])))
        last[i] = g[i]
        let square = settings.isAMSGrad ? raise(&top[i], to: s[i]) : s[i]
        let denominator = (square + settings.epsilonRoot).squareRoot() + settings.epsilon
        theta[i] -= rate * quotient(friction * m[i], denominator)
      }
    }
  }
}
