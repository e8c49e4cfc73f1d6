import LinearAlgebra
import Specifications

/// Distance over weighted gradients: r ← max(r, ‖x − x₀‖), v ← v + r²‖g‖²,
/// θ ← θ − ε r²/(√v + δ) g.
///
/// Weighting the gradients by the distance forgets those of the beginning, so that rates are longer
/// than DoG's. `initial-distance` is the r before the first step; it and δ are those of the
/// libraries (optax writes r² = 10⁻⁴). The paper has no δ (`preset=paper`). ε multiplies the
/// whole and should stay 1.
///
/// Reference: A. Khaled, K. Mishchenko and C. Jin, "DoWG Unleashed: An Efficient Universal
/// Parameter-Free Gradient Descent Method", 2023, arXiv:2305.16284, algorithm 1.
public struct DoWG: DecayingSettings {
  public static let card = OptimizerCard(
    name: "dowg", title: "DoWG", order: .first,
    invariances: [.rotation],
    formula: "r <- max(r, |x - x_0|), v <- v + r^2 |g|^2, "
      + "theta <- theta - eps r^2 / (sqrt(v) + delta) g",
    reference: "Khaled, Mishchenko and Jin 2023, arXiv:2305.16284, algorithm 1",
    notes: [
      "The paper has no epsilon (preset=paper); that of the libraries is the default.",
      "The first distance is the libraries' 0.01; optax writes its square, 1e-4.",
    ],
    presets: ["optax": "", "paper": "epsilon=0"])
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "multiplies the rate"),
      .number(
        "initial-distance", \.initialDistance, symbol: "r_ε", in: .positive,
        "guess of the distance to a minimizer, from below"),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added to the denominator"),
    ] + decayParameters

  public var learningRate: Rate = 1
  public var initialDistance = 0.01
  public var epsilon = 1e-4
  public var decay = WeightDecay()

  public init() {}

  public struct Method: GradientMethod {
    let settings: DoWG
    public var gradient: Vector
    private var journey = Journey()
    private var clock: RateClock
    public private(set) var learningRate = Double.nan

    public init(_ settings: DoWG, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      let settings = self.settings
      let (decay, epsilon) = (settings.decay, settings.epsilon)
      if decay.kind == .coupled { decay.apply(&x, &g, rate: clock.rate) }
      let rate = journey.rate(
        at: x, g, first: settings.initialDistance,
        weight: { $0 * $0 },
        rate: { distance, squares in
          distance * distance / (squares.squareRoot() + epsilon)
        })
      learningRate = clock.rate * rate
      if decay.kind == .decoupled { decay.apply(&x, &g, rate: learningRate) }
      x.add(-learningRate, g)
    }
  }
}
