import LinearAlgebra
import Specifications

/// Katyusha: SVRG with Nesterov's acceleration, and a momentum that draws back to the snapshot.
/// ``card`` has the formula, the references and what differs from them.
public struct Katyusha: ScheduledSettings {
  public static let card = OptimizerCard(
    name: "katyusha", title: "Katyusha", order: .first, invariances: [.rotation],
    formula: "θ = τ₁ z + ½ x̃ + (½ − τ₁) y, z ← z − (ε/τ₁) g, y ← θ − ε g, g as in SVRG",
    reference: "Allen-Zhu, Journal of Machine Learning Research 18 (2018), algorithm 1",
    notes: [
      "For means over examples with batch= set; others are refused.",
      "The learning rate is the paper's 1/(3L). τ₁ = min(½, √(m σ ε)) where sigma is σ, as there; ½ where "
        + "sigma=0, which is no convergence theorem's.",
      "The paper has σ in a proximal term; here it is part of the loss.",
      "The iterate is y. Its mean since the snapshot, weighted by powers of 1 + σ ε/τ₁, becomes "
        + "the next snapshot.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .learningRate,
    .number(
      "sigma", \.convexity, symbol: "σ", in: Interval(0, .infinity, openAbove: true),
      "strong convexity: the smallest curvature there is"),
    .snapshotLength(\.inner),
  ]

  public var learningRate: Rate = 0.1
  /// σ.
  public var convexity = 0.0
  /// m; nil for two passes through the examples.
  public var inner: Int?

  public init() {}

  public struct Method: ExampleMethod {
    public var state: RunState<Katyusha>
    var snapshot: Snapshot
    /// z.
    var lead: Vector
    /// The mean of the y since the snapshot, each weighted by `growth` times that before.
    var mean: Vector
    /// The sum of the weights, in units of the latest.
    var weights = 0.0

    public init(_ settings: Katyusha, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      snapshot = Snapshot(dimension: dimension)
      lead = .zeros(dimension)
      mean = lead
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O, over examples: Examples
    ) throws(Halt) {
      let length = settings.inner ?? Snapshot.usualLength(examples)
      try renewSnapshot(from: x, every: length, querying: &oracle)
      var point = x
      let share = leadShare(length)
      for i in point.indices {
        point[i] = share * lead[i] + 0.5 * snapshot.point[i] + (0.5 - share) * x[i]
      }
      let value = try snapshot.corrected(
        at: point, querying: &oracle, over: examples, into: &state.gradient)
      snapshot.grow()
      state.clock.advance(loss: value)
      // At a rate of 0 both are 0.
      let leadRate = rate == 0 ? 0 : rate / share
      lead.add(-leadRate, gradient)
      x.set(point, plus: -rate, gradient)
      note(x, growth: 1 + settings.convexity * leadRate)
    }

    private mutating func note(_ x: Vector, growth: Double) {
      weights = weights / growth + 1
      for i in mean.indices { mean[i] += (x[i] - mean[i]) / weights }
    }

    /// τ₁.
    private func leadShare(_ length: Int) -> Double {
      guard settings.convexity > 0 else { return 0.5 }
      return min(0.5, (Double(length) * settings.convexity * state.clock.next).squareRoot())
    }

    private mutating func renewSnapshot<O: Oracle & ~Copyable>(
      from x: Vector, every length: Int, querying oracle: inout O
    ) throws(Halt) {
      guard let age = snapshot.age else {
        try snapshot.take(at: x, querying: &oracle)
        lead = x
        return
      }
      guard age >= length else { return }
      try snapshot.take(at: mean, querying: &oracle)
      weights = 0
    }
  }
}
