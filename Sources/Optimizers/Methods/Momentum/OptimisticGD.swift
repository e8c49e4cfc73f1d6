import LinearAlgebra
import Specifications

/// Optimistic gradient descent, a step along the gradient and its latest change.
/// ``card`` has the formula, the references and what differs from them.
public struct OptimisticGD: DecayingSettings {
  public static let card = OptimizerCard(
    name: "optimistic-gd", title: "Optimistic gradient descent", order: .first,
    invariances: [.rotation],
    formula: "θ ← θ − ε ((α + β) gₜ − β gₜ₋₁)",
    reference: "Popov, Math. Notes 28 (1980) 845-848; Mokhtari, Ozdaglar and Pattathil 2019, "
      + "arXiv:1901.08511, in the form of optax",
    notes: [
      "The difference gₜ − gₜ₋₁ guesses the next gradient; in games, where plain descent circles, "
        + "it makes the last iterate converge.",
      "The original method has α = β = 1, a step along 2gₜ − gₜ₋₁.",
      "The gradient before the first counts as the first, as in optax.",
      "Where the gradient falls to zero, one step along the last gradient remains, θ + εβgₜ₋₁.",
    ])
  public static let presets: [Preset<Self>] = [.optax()]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("alpha", \.alpha, symbol: "α", in: .nonNegative, "weight of the gradient"),
      .number("optimism", \.beta, symbol: "β", in: .nonNegative, "weight of its change").searched(
        .linear(0...2)
      )
      .aliased("beta"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// α ≥ 0: weight of the gradient.
  public var alpha = 1.0
  /// β ≥ 0: weight of its change.
  public var beta = 1.0
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<OptimisticGD>
    /// gₜ₋₁.
    var previous: Vector

    public init(_ settings: OptimisticGD, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      previous = .zeros(dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      if stepsTaken == 1 { previous.copy(g) }
      Self.update(&x, gradient: g, previous: previous, rate: rate, settings)
      swap(&previous, &g)
    }

    private static func update(
      _ x: inout Vector, gradient: Vector, previous: Vector, rate: Double,
      _ settings: OptimisticGD
    ) {
      let both = settings.alpha + settings.beta
      let beta = settings.beta
      var theta = x.mutableSpan
      let g = gradient.span
      let old = previous.span
      for i in 0..<theta.count { theta[i] -= rate * (both * g[i] - beta * old[i]) }
    }
  }
}
