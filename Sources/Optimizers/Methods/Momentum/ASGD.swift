import LinearAlgebra
import RealModule
import Specifications

/// Averaged SGD: θ ← (1 − λη)θ − ηg with η = ε/(1 + λεt)^c after t steps, and a running average
/// a ← a + μ(θ − a), μ = 1/max(1, t − t₀).
///
/// The average is the second point; gradients are taken at the iterate. For the first t₀ + 2 steps
/// it is the iterate itself; torch's default of a million means no average in a short run. λ
/// shrinks the variables also where the gradient is zero; set it to 0 for the constant rate and no
/// shrinking.
///
/// Reference: B. T. Polyak and A. B. Juditsky, "Acceleration of stochastic approximation by
/// averaging", SIAM J. Control Optim. 30, 1992; the rate: W. Xu, "Towards Optimal One Pass Large
/// Scale Learning with Averaged Stochastic Gradient Descent", 2011, arXiv:1107.2490; as in torch.
public struct ASGD: DecayingSettings {
  public static let card = OptimizerCard(
    name: "asgd", title: "Averaged SGD", order: .first,
    invariances: [.rotation],
    formula: "θ ← (1 − λ η) θ − η g, η = ε / (1 + λ ε t)ᶜ, a ← a + (θ − a) / max(1, t − t₀)",
    reference: "Polyak and Juditsky, SIAM J. Control Optim. 30 (1992) 838-855; rate: Xu 2011, "
      + "arXiv:1107.2490, in the form of torch",
    notes: [
      "Averaging begins after t0 steps, a million as in torch, so that a short run has no "
        + "average unless t0 is set.",
      "The variables shrink by lambda also where the gradient is zero; with lambda=0 the rate "
        + "is constant and nothing shrinks.",
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
  public var lambda = 1e-4
  public var power = 0.75
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
