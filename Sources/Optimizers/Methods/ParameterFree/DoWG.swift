import LinearAlgebra
import Specifications

/// Distance over weighted gradients: gradient descent at a rate that needs no tuning.
/// ``card`` has the formula, the references and what differs from them.
public struct DoWG: DecayingSettings {
  public static let card = OptimizerCard(
    name: "dowg", title: "DoWG", order: .first,
    invariances: [.rotation],
    formula: "r ← max(r, ‖x − x₀‖), v ← v + r² ‖g‖², θ ← θ − ε r² / (√v + δ) g",
    reference: "Khaled, Mishchenko and Jin 2023, arXiv:2305.16284, algorithm 1",
    notes: [
      "Weighting the gradients by the distance forgets those of the beginning, so that rates are "
        + "longer than DoG's.",
      "The paper has no δ (preset=paper); that of the libraries is the default.",
      "Before the first step r is the libraries' 0.01; optax writes its square, 1e-4.",
    ])
  public static let presets: [Preset<Self>] = [.optax(), .paper { $0.epsilon = 0 }]
  public static let parameters: [Parameter<Self>] =
    [
      .rate(
        "lr", \.learningRate, symbol: "ε", in: .nonNegative, "multiplies the rate; should stay 1"
      ).searched(.logarithmic(0.1...10)),
      .number(
        "initial-distance", \.initialDistance, symbol: "r_ε", in: .positive,
        "guess of the distance to a minimizer, from below"
      ).searched(.logarithmic(1e-6...1)),
      .epsilon(\.epsilon),
    ] + decayParameters

  public var learningRate: Rate = 1
  /// r_ε > 0: guess of the distance to a minimizer, from below.
  public var initialDistance = 0.01
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-4
  public var decay = WeightDecay()

  public init() {}

  public struct Method: RatedMethod {
    public var state: RunState<DoWG>
    private var travel = DistanceOverGradients()
    public private(set) var learningRate = Double.nan

    public init(_ settings: DoWG, dimension: Int) {
      state = RunState(settings, dimension: dimension)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      let (decay, epsilon) = (settings.decay, settings.epsilon)
      if decay.kind == .coupled { decay.apply(&x, &g, rate: rate) }
      let share = travel.rate(
        at: x, g, first: state.settings.initialDistance,
        weight: { $0 * $0 },
        rate: { distance, squares in
          distance * distance / (squares.squareRoot() + epsilon)
        })
      learningRate = rate * share
      if decay.kind == .decoupled { decay.apply(&x, &g, rate: learningRate) }
      x.add(-learningRate, g)
    }
  }
}
