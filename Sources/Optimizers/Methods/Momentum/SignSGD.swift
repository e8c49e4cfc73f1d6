import LinearAlgebra
import Specifications

/// Descent by signs: every component moves by the rate.
/// ``card`` has the formula, the references and what differs from them.
public struct SignSGD: DecayingSettings {
  public static let card = OptimizerCard(
    name: "sign-sgd", title: "signSGD", order: .first,
    invariances: [.scale],
    formula: "m ← β m + (1 − β) g, θ ← θ − ε sign(m)",
    reference: "Bernstein, Wang, Azizzadenesheli and Anandkumar 2018, arXiv:1802.04434, "
      + "algorithms 1 and 2; Tiger: Su, Tiger: A Tight-fisted Optimizer, 2023 (code and an "
      + "article of a blog)",
    notes: [
      "With momentum=0 the step is the sign of the gradient; with β > 0 the method is Signum "
        + "(alias signum), and Tiger (alias tiger) where weight decay is decoupled.",
      "A component whose average is zero does not move, and the sign of NaN is NaN.",
      "The average is not corrected for its start at 0, which no sign would show.",
    ])
  public static let aliases: [Alias<Self>] = [
    Alias("signum", title: "Signum") { $0.momentum = 0.9 },
    Alias("tiger", title: "Tiger") {
      $0.momentum = 0.965
      $0.decay = WeightDecay(0.01, .decoupled)
    },
  ]
  public static let presets: [Preset<Self>] = [
    .optax(),
    .pytorchOptimizer {
      $0.momentum = 0.9
      $0.decay.kind = .decoupled
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "size of a component's step"),
      .number("momentum", \.momentum, symbol: "β", in: .decay, "decay of the average"),
    ] + decayParameters

  public var learningRate: Rate = 0.001
  /// β in [0, 1): decay of the average.
  public var momentum = 0.0
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<SignSGD>
    /// m; empty where β = 0.
    var means: Vector

    public init(_ settings: SignSGD, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      means = .zeros(settings.momentum > 0 ? dimension : 0)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      if means.isEmpty {
        Self.move(&x, along: g, rate: rate)
      } else {
        accumulate(
          &means, gradient: g, gain: 1 - settings.momentum, momentum: settings.momentum)
        Self.move(&x, along: means, rate: rate)
      }
    }

    private static func move(_ x: inout Vector, along direction: Vector, rate: Double) {
      var theta = x.mutableSpan
      let d = direction.span
      for i in 0..<theta.count { theta[i] -= rate * sign(d[i]) }
    }
  }
}
