import LinearAlgebra
import RealModule
import Specifications

/// Averaged SGD: descent at a falling rate, and a running average of the iterates.
/// ``card`` has the formula, the references and what differs from them.
public struct ASGD: DecayingSettings {
  public static let card = OptimizerCard(
    name: "asgd", title: "Averaged SGD", order: .first,
    invariances: [.rotation],
    formula: "θ ← (1 − λ η) θ − η g, η = ε / (1 + λ ε t)ᶜ, a ← a + (θ − a) / max(1, t − t₀)",
    reference: "Polyak and Juditsky, SIAM J. Control Optim. 30 (1992) 838-855; rate: Xu 2011, "
      + "arXiv:1107.2490, in the form of torch",
    notes: [
      "In the formula t counts the steps before the present one.",
      "The average is the second point; gradients are taken at the iterate.",
      "For the first t₀ + 2 steps the average is the iterate itself; t0 is a million as in torch, "
        + "so that a short run has no average unless it is set.",
      "The variables shrink by λ also where the gradient is zero; with lambda=0 the rate is "
        + "constant and nothing shrinks.",
    ])
  public static let presets: [Preset<Self>] = [.torch()]
  public static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate at the start"),
      .number("lambda", \.lambda, symbol: "λ", in: .nonNegative, "decay of rate and variables"),
      .number("power", \.power, symbol: "c", in: .nonNegative, "exponent of the rate's decay"),
      .number("t0", \.averagingStart, symbol: "t₀", in: .nonNegative, "steps before averaging"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// λ ≥ 0: decay of rate and variables.
  public var lambda = 1e-4
  /// c ≥ 0: exponent of the rate's decay.
  public var power = 0.75
  /// t₀ ≥ 0: steps before averaging.
  public var averagingStart = 1e6
  public var decay = WeightDecay()

  public init() {}

  public struct Method: RatedMethod {
    public var evaluationPointName: String? { "average" }

    public var state: RunState<ASGD>
    /// a; empty before the first step.
    var average: Vector = []
    public private(set) var learningRate: Double

    public init(_ settings: ASGD, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      learningRate = state.clock.rate
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      let before = Double(stepsTaken)
      state.clock.advance(loss: value)
      let slowing = 1 + settings.lambda * rate * before
      learningRate = rate / .pow(slowing, settings.power)
      settings.decay.apply(&x, &g, rate: learningRate)
      x.scale(by: 1 - settings.lambda * learningRate)
      x.add(-learningRate, g)
      let share = 1 / max(1, before - settings.averagingStart)
      if average.isEmpty { average = x }
      Self.follow(&average, x, share: share)
    }

    /// a ← a + μ(θ − a); θ itself for μ = 1.
    private static func follow(_ average: inout Vector, _ x: Vector, share: Double) {
      guard share != 1 else { return average.copy(x) }
      var a = average.mutableSpan
      let theta = x.span
      for i in 0..<a.count { a[i] += (theta[i] - a[i]) * share }
    }

    public func evaluationPoint(from x: Vector) -> Vector {
      average.isEmpty ? x : average
    }
  }
}
