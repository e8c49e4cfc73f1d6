import LinearAlgebra
import RealModule
import Specifications

/// MADGRAD, dual averaging with a cube root.
/// ``card`` has the formula, the references and what differs from them.
public struct MADGRAD: DecayingSettings {
  public static let card = OptimizerCard(
    name: "madgrad", title: "MADGRAD", order: .first,
    formula: "s ← s + l g, v ← v + l g², z = θ₀ − s / (∛v + δ), θ ← μ θ + (1 − μ) z, l = ε √t",
    reference: "Defazio and Jelassi 2021, arXiv:2101.11075, algorithm 1",
    notes: [
      "The sums s and v run over the whole run, θ₀ is the start, and μ averages the iterates.",
      "The δ is also added to ε unless ε is 0, as in the authors' code and pytorch_optimizer.",
      "A component without any gradient stays, with epsilon=0 too.",
      "Decoupled decay takes its share of θ beside the averaging, as in pytorch_optimizer.",
    ])
  public static let presets: [Preset<Self>] = [.pytorchOptimizer { $0.learningRate = 0.001 }]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("momentum", \.momentum, symbol: "μ", in: .decay, "share of the iterate that is kept"),
      .epsilon(\.epsilon),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// μ in [0, 1): share of the iterate that is kept.
  public var momentum = 0.9
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-6
  public var decay = WeightDecay()

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<MADGRAD>
    var start: Vector = []
    var sum: Vector
    var squares: Vector

    public init(_ settings: MADGRAD, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      sum = .zeros(dimension)
      squares = .zeros(dimension)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      if start.isEmpty { start = x }
      state.clock.advance(loss: value)
      let rate = rate == 0 ? 0 : rate + settings.epsilon
      var kept = settings.momentum
      switch settings.decay.kind {
      case .coupled: settings.decay.apply(&x, &g, rate: rate)
      case .decoupled: kept -= rate * settings.decay.strength
      }
      let weight = rate * Double(stepsTaken).squareRoot()
      Self.update(
        &x, sum: &sum, squares: &squares, gradient: g, start: start, weight: weight, kept: kept,
        settings)
    }

    private static func update(
      _ x: inout Vector, sum: inout Vector, squares: inout Vector, gradient: Vector,
      start: Vector, weight: Double, kept: Double, _ settings: MADGRAD
    ) {
      var theta = x.mutableSpan
      var s = sum.mutableSpan
      var v = squares.mutableSpan
      let g = gradient.span
      let origin = start.span
      for i in 0..<theta.count {
        s[i] += weight * g[i]
        v[i] += weight * g[i] * g[i]
        let z = origin[i] - quotient(s[i], .root(v[i], 3) + settings.epsilon)
        theta[i] = kept * theta[i] + (1 - settings.momentum) * z
      }
    }
  }
}
