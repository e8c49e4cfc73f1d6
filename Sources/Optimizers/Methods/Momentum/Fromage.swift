import LinearAlgebra
import Specifications

/// Frobenius matched gradient descent: θ ← (θ − ε ‖θ‖/‖g‖ g) / √(1 + ε²).
///
/// The step has the length ε‖θ‖, relative to the variables; the division undoes the growth of ‖θ‖
/// that such steps bring. All variables are one layer here. `min-norm` bounds both norms from
/// below, as in optax, so that θ = 0 can be left; with 0 a ratio of zero norms counts as 1. The
/// division shrinks θ also where the gradient is zero, and the method settles no nearer to a
/// minimizer than about ε‖θ‖. A weight decay makes no sense where the size of θ is kept.
///
/// Reference: J. Bernstein, A. Vahdat, Y. Yue and M.-Y. Liu, "On the distance between two neural
/// networks and the stability of learning", 2020, arXiv:2002.03432.
public struct Fromage: RateSettings {
  public static let card = OptimizerCard(
    name: "fromage", title: "Fromage", order: .first,
    invariances: [.rotation],
    formula: "θ ← (θ − ε ‖θ‖/‖g‖ g) / √(1 + ε²)",
    reference: "Bernstein, Vahdat, Yue and Liu 2020, arXiv:2002.03432, algorithm 1; least norm: "
      + "optax",
    notes: [
      "Both norms are at least min-norm, as in optax; the paper has no such bound "
        + "(preset=paper), and a ratio of zero norms then counts as 1.",
      "All variables are one layer.",
      "There is no weight decay, which makes no sense where the size of the variables is kept.",
    ])
  public static let presets: [Preset<Self>] = [.optax(), .paper { $0.smallestNorm = 0 }]
  public static let parameters: [Parameter<Self>] = [
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "relative length of a step"),
    .number("min-norm", \.smallestNorm, in: .nonNegative, "lower bound of both norms"),
  ]

  public var learningRate: Rate = 0.01
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
