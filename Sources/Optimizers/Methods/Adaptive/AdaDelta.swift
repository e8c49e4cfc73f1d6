import LinearAlgebra
import Specifications

/// AdaDelta, gradients scaled by the size of the steps over that of the gradients.
/// ``card`` has the formula, the references and what differs from them.
public struct AdaDelta: DecayingSettings {
  public static let card = OptimizerCard(
    name: "adadelta", title: "AdaDelta", order: .first,
    formula: "s ← ρ s + (1 − ρ) g², d = g √(u + δ) / √(s + δ), θ ← θ − ε d, u ← ρ u + (1 − ρ) d²",
    reference: "Zeiler 2012, arXiv:1212.5701, algorithm 1",
    notes: [
      "The step carries the unit of θ: u, the average of squared steps before this one, stands "
        + "where other methods have a rate.",
      "As u starts at 0, the first steps are of size √δ; with epsilon=0 nothing ever moves.",
      "The rate ε is 1 in the paper, torch and optax, 0.001 in keras (preset=keras).",
    ])
  public static let presets: [Preset<Self>] = [
    .paper { $0.rho = 0.95 },
    .torch(),
    .optax(),
    .keras {
      $0.learningRate = 0.001
      $0.rho = 0.95
      $0.epsilon = 1e-7
      $0.decay.kind = .decoupled
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("rho", \.rho, symbol: "ρ", in: .decay, "decay of both averages of squares").searched(
        .belowOne(0...0.9999)),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added under both roots")
        .searched(.logarithmic(1e-10...1)),
    ] + decayParameters

  public var learningRate: Rate = 1
  /// ρ in [0, 1): decay of both averages of squares.
  public var rho = 0.9
  /// δ ≥ 0: added under both roots.
  public var epsilon = 1e-6
  public var decay = WeightDecay()

  public init() {}

  public var isCoordinatewise: Bool { !learningRate.followsLoss }

  public struct Method: UpdateRule {
    public var state: RunState<AdaDelta>
    var squares: Vector
    var steps: Vector

    public var gradientScale: Vector? { squares.map { $0.squareRoot() } }

    public init(_ settings: AdaDelta, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      squares = .zeros(dimension)
      steps = .zeros(dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      Self.update(&x, squares: &squares, steps: &steps, gradient: g, rate: rate, settings)
    }

    private static func update(
      _ x: inout Vector, squares: inout Vector, steps: inout Vector, gradient: Vector,
      rate: Double, _ settings: AdaDelta
    ) {
      let (rho, epsilon) = (settings.rho, settings.epsilon)
      var theta = x.mutableSpan
      var s = squares.mutableSpan
      var u = steps.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        s[i] = blendSquare(rho, s[i], g[i])
        let ratio = quotient((u[i] + epsilon).squareRoot(), (s[i] + epsilon).squareRoot())
        let step = ratio * g[i]
        u[i] = blendSquare(rho, u[i], step)
        theta[i] -= rate * step
      }
    }
  }
}
