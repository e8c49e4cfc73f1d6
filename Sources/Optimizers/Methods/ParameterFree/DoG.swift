import LinearAlgebra
import Specifications

/// Distance over gradients: gradient descent at a rate that needs no tuning.
/// ``card`` has the formula, the references and what differs from them.
public struct DoG: DecayingSettings {
  public static let card = OptimizerCard(
    name: "dog", title: "DoG", order: .first,
    invariances: [.rotation],
    formula: "θ ← θ − ε η g, η = max ‖xₖ − x₀‖ / √(Σ ‖gₖ‖² + δ)",
    reference: "Ivgi, Hinder and Carmon 2023, arXiv:2302.12022; epsilon and first distance: the "
      + "authors' dog-optimizer",
    notes: [
      "From its tiny first length the distance grows by itself, in as many steps as its doublings "
        + "take.",
      "The averaging of the iterates that the authors advise is not part of the method.",
      "Zero gradients with epsilon=0 do not move.",
    ])
  public static let parameters: [Parameter<Self>] =
    [
      .rate(
        "lr", \.learningRate, symbol: "ε", in: .nonNegative, "multiplies the rate; should stay 1"
      ).searched(.logarithmic(0.1...10)),
      .number(
        "initial-relative-distance", \.initialRelativeDistance, symbol: "r_ε", in: .positive,
        "first distance, in units of 1 + ‖x₀‖"
      ).searched(.logarithmic(1e-8...0.1)).aliased("relative-start"),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the sum of squares"),
    ] + decayParameters

  public var learningRate: Rate = 1
  /// r_ε > 0: first distance, in units of 1 + ‖x₀‖.
  public var initialRelativeDistance = 1e-6
  /// δ ≥ 0: added to the sum of squares.
  public var epsilon = 1e-8
  public var decay = WeightDecay()

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<DoG>
    private var travel = DistanceOverGradients()
    public private(set) var learningRate = Double.nan

    public init(_ settings: DoG, dimension: Int) {
      state = RunState(settings, dimension: dimension)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      let (decay, epsilon) = (settings.decay, settings.epsilon)
      if decay.kind == .coupled { decay.apply(&x, &g, rate: rate) }
      let share = travel.rate(
        at: x, g, first: state.settings.initialRelativeDistance * (1 + x.norm),
        weight: { _ in 1 },
        rate: { distance, squares in distance / (squares + epsilon).squareRoot() })
      learningRate = rate * share
      if decay.kind == .decoupled { decay.apply(&x, &g, rate: learningRate) }
      x.add(-learningRate, g)
    }
  }
}
