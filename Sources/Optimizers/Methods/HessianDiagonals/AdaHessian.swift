import LinearAlgebra
import RealModule
import Specifications

/// AdaHessian, Adam with the diagonal of the Hessian in its average of squares.
/// ``card`` has the formula, the references and what differs from them.
public struct AdaHessian: DiagonalSettings {
  public static let card = OptimizerCard(
    name: "adahessian", title: "AdaHessian", order: .second,
    formula: "m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) (diag H)², θ ← θ − ε m̂ / (ŝ^(κ / 2) + δ)",
    reference: "Yao, Gholami, Shen, Mustafa, Keutzer and Mahoney, AAAI 35 (2021) 10665-10673, "
      + "arXiv:2006.00719",
    notes: [
      "Each variable has its own entry of the diagonal; the authors average |diag H| over blocks "
        + "of a layer.",
      "Averages are corrected for their start at 0, m̂ = m / (1 − β₁ᵗ) and ŝ = s / (1 − β₂ʳ) "
        + "after r estimates.",
      "In pytorch_optimizer r counts steps and not estimates, which lengthens the first steps "
        + "where interval > 1.",
      "The step is along −m whatever the signs of the diagonal.",
      "Weight decay is decoupled, as in the paper.",
      "With epsilon=0 a component with m = s = 0 is not moved.",
      "A step asks for one gradient, and every k steps for one Hessian (diagonal=exact) or as "
        + "many products as samples says.",
    ])
  public static let presets: [Preset<Self>] = [
    .pytorchOptimizer {
      $0.learningRate = 0.1
      $0.epsilon = 1e-16
    }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .beta2(\.beta2),
      .epsilon(\.epsilon),
      .number(
        "hessian-power", \.power, symbol: "κ", in: Interval(0, 1),
        "power of the Hessian; 1 for a step like Newton's"),
    ] + diagonalParameters + decayParameters

  public var learningRate: Rate = 0.15
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.9
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.999
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-4
  /// κ in [0, 1]: power of the Hessian; 1 for a step like Newton's.
  public var power = 1.0
  public var diagonal = HessianDiagonal()
  public var decay = WeightDecay(0, .decoupled)

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<AdaHessian>
    private var means: Vector
    private var squares: Vector
    private var estimator: DiagonalEstimator
    private var power1: DecayingPower
    private var power2: DecayingPower

    public init(_ settings: AdaHessian, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
      squares = .zeros(dimension)
      estimator = DiagonalEstimator(settings.diagonal, dimension: dimension)
      power1 = DecayingPower(settings.beta1)
      power2 = DecayingPower(settings.beta2)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try estimator.advance(at: x, querying: &oracle)
      try gradientStep(from: &x, querying: &oracle)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      power1.advance()
      settings.decay.apply(&x, &g, rate: rate)
      takeEstimate()
      let (settings, correction) = (settings, 1 - power2.value)
      Self.update(
        &x, means: &means, squares: squares, gradient: g, beta1: settings.beta1,
        rate: rate / (1 - power1.value)
      ) { s in
        Self.curvature(s / correction, settings)
      }
    }

    /// ŝ^(κ/2) + δ.
    private static func curvature(_ square: Double, _ settings: AdaHessian) -> Double {
      let root = settings.power == 1 ? square.squareRoot() : .pow(square, settings.power / 2)
      return root + settings.epsilon
    }

    /// The diagonal that divides m̂, which stands for g: a curvature, and no scale of gradients.
    public func diagnostics(at x: Vector) -> [Diagnostic] {
      let shown = memoryDiagnostics(at: x)
      let correction = 1 - power2.value
      guard correction > 0, x.count <= Diagnostic.largestOrder else { return shown }
      let diagonal = squares.map { Self.curvature($0 / correction, settings) }
      return shown + [.model(.diagonal(diagonal))]
    }

    private mutating func takeEstimate() {
      guard let diagonal = estimator.take() else { return }
      power2.advance()
      for i in squares.indices {
        squares[i] = blendSquare(settings.beta2, squares[i], diagonal[i])
      }
    }

    private static func update(
      _ x: inout Vector, means: inout Vector, squares: Vector, gradient: Vector, beta1: Double,
      rate: Double, denominator: (_ s: Double) -> Double
    ) {
      var theta = x.mutableSpan
      var m = means.mutableSpan
      let (s, g) = (squares.span, gradient.span)
      for i in 0..<theta.count {
        m[i] = blend(beta1, m[i], g[i])
        theta[i] -= rate * quotient(m[i], denominator(s[i]))
      }
    }
  }
}
