import LinearAlgebra
import Specifications

/// Schedule-free SGD: an average of iterates stands for a schedule of the rate.
/// ``card`` has the formula, the references and what differs from them.
public struct ScheduleFreeSGD: ScheduleFreeSettings {
  public static let card = OptimizerCard(
    name: "schedule-free-sgd", title: "Schedule-Free SGD", order: .first,
    invariances: [.rotation],
    formula: "g = ∇f((1 − β) z + β x), z ← z − ε g, x ← (1 − c) x + c z",
    reference: "Defazio, Yang, Mehta, Mishchenko, Khaled and Cutkosky 2024, arXiv:2405.15682, "
      + "section 2",
    notes: [
      "The weight c is 1/t where the rate is constant, so that no schedule need know when the run "
        + "ends.",
      "The iterate is x, the average of z; the evaluation point is y = (1 − β) z + β x, where "
        + "gradients are taken, which the libraries hold as their parameters.",
      "With beta=0 this is Polyak–Ruppert averaging, with beta=1 primal averaging.",
      "Warm-up is that of the authors' code and pytorch_optimizer; optax begins it with a rate of "
        + "0 (preset=optax).",
      "Coupled and decoupled weight decay are the same, and act at y.",
      "A plateau schedule is told f at the point of the gradient.",
    ])
  public static let presets: [Preset<Self>] = [
    .optax { $0.averaging.isWarmupLate = true },
    .pytorchOptimizer(),
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number(
        "beta", \.averaging.beta, symbol: "β", in: Interval(0, 1),
        "where gradients are taken: at z for 0, at x for 1"
      ).searched(.belowOne(0...0.999)),
    ] + averagingParameters + decayParameters

  public var learningRate: Rate = 1
  public var averaging = ScheduleFreeAveraging()
  public var decay = WeightDecay()

  public init() {}

  public struct Method: GradientMethod {
    public var evaluationPointName: String? { "gradient point y = (1 - beta) z + beta x" }
    public var asksAtEvaluationPoint: Bool { true }
    public var learningRate: Double { average.rate }
    public var followsValidation: Bool { average.clock.followsValidation }

    public mutating func observe(validationLoss: Double) {
      average.clock.observe(validationLoss: validationLoss)
    }

    let decay: Double
    public var gradient: Vector
    var average: ScheduleFreeAverage

    public init(_ settings: ScheduleFreeSGD, dimension: Int) {
      decay = settings.decay.strength
      gradient = .zeros(dimension)
      average = ScheduleFreeAverage(settings.averaging, settings.learningRate)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      average.advance(from: x, loss: value)
      if decay > 0 { g.add(decay, evaluationPoint(from: x)) }
      average.step(&x, along: g)
    }

    public func evaluationPoint(from x: Vector) -> Vector { average.point(from: x) }
  }
}
