import LinearAlgebra
import Specifications

/// Limited-memory BFGS: a search along −M g, where M g comes from the last m steps without a
/// matrix. ``card`` has the formula, the references and what differs from them.
public struct LBFGS: LineSearchSettings {
  public static let card = OptimizerCard(
    name: "lbfgs", title: "L-BFGS", order: .second,
    invariances: [.scale, .rotation],
    formula: "p ← −M g, x ← x + ε p, M from the last m steps by two loops",
    reference: "Liu and Nocedal, Math. Program. 45 (1989) 503-528; Nocedal and Wright, Numerical "
      + "Optimization, 2nd ed., algorithms 7.4 and 7.5",
    notes: [
      "Each M is built anew by m updates of BFGS from (yᵀs / yᵀy) I of the newest step, without "
        + "scaling from I: with m = 1 that is the memoryless form, in which the M before is I. "
        + "With m = 0 the method is steepest descent.",
      "The default of c2 is 0.7, which on the problems of Moré, Garbow and Hillstrom takes a few "
        + "gradients less than the usual 0.9.",
      "The preset of torch is its LBFGS without a line search, with search=minfunc its "
        + "strong_wolfe. Unless told otherwise torch takes 5/4 iterations for evaluations.",
      "The preset of optax is its lbfgs without a line search; it learns from all pairs, so that a "
        + "direction may climb.",
      "With search=nocedal-wright,c1=0.0001,c2=0.9 preset=optax has optax's zoom search, but for "
        + "the approximate decrease that counts there too where f hardly changes, and for what is "
        + "done where the trials run out.",
      "The preset of scipy is its L-BFGS-B without bounds.",
      "Where a query is refused in the midst of several iterations, those of the step are lost.",
      "O(mn) numbers and operations, one gradient a trial.",
    ])
  public static let presets: [Preset<Self>] = [
    .scipy {
      $0.lineSearch.search = LBFGSBSearch()
      $0.lineSearch.constants.sufficientDecrease = 0.001
      $0.lineSearch.constants.remainingSlope = 0.9
      $0.rules.firstStep = .unit
      $0.rules.pairTest = .slope
    },
    .torch {
      $0.memory = 100
      $0.lineSearch.search = FixedStep()
      $0.lineSearch.constants.remainingSlope = 0.9
      $0.rules.firstStep = .l1
      $0.rules.pairTest = .absolute
      $0.rules.failure = .stay
      $0.torch.iterations = 20
      $0.torch.evaluations = 25
      $0.torch.gradientTolerance = 1e-7
      $0.torch.changeTolerance = 1e-9
      $0.torch.asksAnew = true
    },
    .optax {
      $0.lineSearch.search = FixedStep()
      $0.rules.firstStep = .l2
      $0.rules.pairTest = .none
      $0.rules.failure = .stay
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .integer("memory", \.memory, symbol: "m", in: 0...(.max), "steps that are remembered")
        .searched(.logarithmic(3...50)),
      .flag("scaling", \.isScaled, "begin each M from the newest step's multiple of the identity"),
    ] + lineSearchParameters + ruleParameters + torchParameters

  /// m ≥ 0: steps that are remembered.
  public var memory = 10
  /// Whether to begin each M from the newest step's multiple of the identity.
  public var isScaled = true
  public var lineSearch = StepLengthRule(remainingSlope: 0.7)
  /// Which pairs are learned from, the first step, and what a failed search does.
  public var rules = QuasiNewtonRules()
  /// Limits of a step in torch's dialect.
  public var torch = TorchRules()

  public init() {}

  public struct Method: Optimizer {
    private var quasiNewton: QuasiNewton<TwoLoopRecursion>
    private let torch: TorchRules

    public init(_ settings: LBFGS, dimension: Int) {
      quasiNewton = QuasiNewton(
        TwoLoopRecursion(memory: settings.memory, isScaled: settings.isScaled),
        lineSearch: settings.lineSearch, rules: settings.rules, dimension: dimension)
      torch = settings.torch
    }

    public var learningRate: Double { quasiNewton.track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try quasiNewton.step(from: &x, by: torch, querying: &oracle)
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] { quasiNewton.diagnostics(at: x) }
  }
}
