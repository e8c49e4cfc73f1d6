import LinearAlgebra
import Specifications

/// Fromage, Frobenius matched gradient descent: steps of a length relative to the variables, and a
/// division that keeps these from growing.
/// ``card`` has the formula, the references and what differs from them.
public struct Fromage: RateSettings {
  public static let card = OptimizerCard(
    name: "fromage", title: "Fromage", order: .first,
    invariances: [.rotation],
    formula: "θ ← (θ − ε ‖θ‖/‖g‖ g) / √(1 + ε²)",
    reference: "Bernstein, Vahdat, Yue and Liu 2020, arXiv:2002.03432, algorithm 1; least norm: "
      + "optax",
    notes: [
      "The step has the length ε‖θ‖; the division undoes the growth of ‖θ‖ that such steps bring, "
        + "and shrinks θ also where the gradient is zero.",
      "The method settles no nearer to a minimizer than about ε‖θ‖.",
      "Both norms are at least min-norm, as in optax, so that θ = 0 can be left; the paper has no "
        + "such bound (preset=paper), and a ratio with a norm of zero then counts as 1.",
      "All variables are one layer.",
      "There is no weight decay, which makes no sense where the size of θ is kept.",
    ])
  public static let presets: [Preset<Self>] = [.optax(), .paper { $0.smallestNorm = 0 }]
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "relative length of a step"),
    .number("min-norm", \.smallestNorm, in: .nonNegative, "lower bound of both norms"),
  ]

  public var learningRate: Rate = 0.01
  /// Lower bound of both norms, ≥ 0.
  public var smallestNorm = 1e-6

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<Fromage>

    public init(_ settings: Fromage, dimension: Int) {
      state = RunState(settings, dimension: dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      let shrinking = 1 / (1 + rate * rate).squareRoot()
      let bound = settings.smallestNorm
      let ratio = normRatio(max(x.norm, bound), max(g.norm, bound))
      x.scale(by: shrinking)
      x.add(-rate * shrinking * ratio, g)
    }
  }
}
