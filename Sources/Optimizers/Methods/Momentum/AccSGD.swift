import LinearAlgebra
import Specifications

/// Accelerated SGD, which couples a short step with a long one.
/// ``card`` has the formula, the references and what differs from them.
public struct AccSGD: DecayingSettings {
  public static let card = OptimizerCard(
    name: "acc-sgd", title: "Accelerated SGD", order: .first,
    invariances: [.rotation],
    formula: "w ← (1 − β) w + β (θ − κ ε/c g), θ ← ζ (θ − ε g) + (1 − ζ) w, β = ξ c²/κ, ζ = c/(c "
      + "+ β)",
    reference: "Kidambi, Netrapalli, Jain and Kakade 2018, arXiv:1803.05591, in the form of the "
      + "authors' code",
    notes: [
      "The average w begins at θ.",
      "Take for κ about the condition number, for ξ at most √κ and for c a constant below 1; β "
        + "must lie in (0, 1].",
    ])
  public static let presets: [Preset<Self>] = [.pytorchOptimizer { $0.learningRate = 0.001 }]
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "the short step"),
      .number("kappa", \.kappa, symbol: "κ", in: .positive, "ratio of the long step to the short")
        .searched(.logarithmic(100...1e5)),
      .number("xi", \.xi, symbol: "ξ", in: .positive, "statistical advantage").searched(
        .logarithmic(1...100)),
      .number(
        "constant", \.constant, symbol: "c", in: Interval(0, 1, openBelow: true), "c of the rule"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// κ > 0: ratio of the long step to the short.
  public var kappa = 1000.0
  /// ξ > 0: statistical advantage.
  public var xi = 10.0
  /// c in (0, 1]: constant of the rule.
  public var constant = 0.7
  public var decay = WeightDecay()

  /// β = ξc²/κ.
  var beta: Double { xi * (constant * constant) / kappa }

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard !(beta > 0 && beta <= 1) else { return }
    throw SpecificationError(
      "acc-sgd: xi constant^2 / kappa is \(NumberText.short(beta)); expected a number in (0, 1]")
  }

  public struct Method: RatedMethod {
    public var state: RunState<AccSGD>
    /// w; empty before the first step.
    var average: Vector = []

    public init(_ settings: AccSGD, dimension: Int) {
      state = RunState(settings, dimension: dimension)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      if average.isEmpty { average = x }
      settings.decay.apply(&x, &g, rate: rate)
      Self.update(&x, average: &average, gradient: g, rate: rate, settings)
    }

    private static func update(
      _ x: inout Vector, average: inout Vector, gradient: Vector, rate: Double, _ settings: AccSGD
    ) {
      let long = rate * settings.kappa / settings.constant
      let beta = settings.beta
      let share = 1 - settings.constant / (settings.constant + beta)
      var theta = x.mutableSpan
      var w = average.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        w[i] = ((1 / beta - 1) * w[i] - long * g[i] + theta[i]) * beta
        let short = theta[i] - rate * g[i]
        theta[i] = short + share * (w[i] - short)
      }
    }
  }
}
