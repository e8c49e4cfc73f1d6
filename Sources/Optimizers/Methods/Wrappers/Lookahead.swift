import LinearAlgebra
import Specifications

/// Lookahead: the method inside takes fast steps, then slow weights follow by a share of the way,
/// and the fast ones go on from there.
/// ``card`` has the formula, the references and what differs from them.
public struct Lookahead: OptimizerWrapper {
  public static let card = OptimizerCard(
    name: "lookahead", title: "Lookahead", order: .first,
    formula: "k steps of the method inside, then φ ← φ + α (θ − φ), θ ← φ",
    reference: "Zhang, Lucas, Hinton and Ba 2019, arXiv:1907.08610, algorithm 1",
    notes: [
      "The iterate is θ, the slow weights φ are the second point; gradients are asked for where "
        + "the method inside asks.",
      "The memory of the method inside is kept at a synchronization; with reset=true it begins "
        + "anew, its schedule included, as with reset_state in optax.",
      "The keys alpha and k are lookahead's own, whatever the method inside calls so: a momentum "
        + "inside is set by lookahead(momentum:lr=0.01,momentum=0.5).",
    ])
  public static let parameters: [Parameter<Self>] = [
    .base,
    .integer("k", \.period, symbol: "k", in: 1...(.max), "steps between synchronizations").searched(
      .linear(2...20)),
    .number("alpha", \.share, symbol: "α", in: Interval(0, 1), "step of the slow weights").searched(
      .linear(0.1...1)),
    .flag("reset", \.resets, "forget the memory of the method inside at a synchronization"),
  ]

  public var base: any GradientSettings = Adam()
  /// k ≥ 1: steps between synchronizations.
  public var period = 5
  /// α in [0, 1]: step of the slow weights.
  public var share = 0.5
  /// Whether to forget the memory of the method inside at a synchronization.
  public var resets = false

  public init() {}

  /// Looks ahead of `base` with k = `period` ≥ 1 and α = `share` in [0, 1].
  public init(_ base: any GradientSettings, period: Int = 5, share: Double = 0.5) {
    self.base = base
    self.period = period
    self.share = share
  }

  public struct Method: WrapperMethod {
    public var evaluationPointName: String? { "slow weights" }
    public var asksAtEvaluationPoint: Bool { false }

    let settings: Lookahead
    public var base: any GradientMethod
    /// φ; empty before the first step.
    var slow: Vector = []
    private var stepsSince = 0

    public init(_ settings: Lookahead, dimension: Int) {
      self.settings = settings
      base = settings.base.makeMethod(dimension: dimension)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      if slow.isEmpty { slow = x }
      try base.step(from: &x, querying: &oracle)
      synchronize(&x)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      if slow.isEmpty { slow = x }
      base.descend(&x, along: &g, value: value)
      synchronize(&x)
    }

    private mutating func synchronize(_ x: inout Vector) {
      stepsSince += 1
      guard stepsSince == settings.period else { return }
      stepsSince = 0
      Self.meet(&x, slow: &slow, share: settings.share)
      if settings.resets { base = settings.base.makeMethod(dimension: x.count) }
    }

    private static func meet(_ x: inout Vector, slow: inout Vector, share: Double) {
      var theta = x.mutableSpan
      var phi = slow.mutableSpan
      for i in 0..<theta.count {
        phi[i] += share * (theta[i] - phi[i])
        theta[i] = phi[i]
      }
    }

    public func evaluationPoint(from x: Vector) -> Vector {
      slow.isEmpty ? x : slow
    }
  }
}
