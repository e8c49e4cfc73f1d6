import LinearAlgebra
import Specifications

/// Katyusha: SVRG with Nesterov's acceleration, and a momentum that draws back to the snapshot.
/// ``card`` has the formula, the references and what differs from them.
public struct Katyusha: ScheduledSettings {
  public static let card = OptimizerCard(
    name: "katyusha", title: "Katyusha", order: .first, invariances: [.rotation],
    formula: "θ = τ₁ z + ½ x̃ + (½ − τ₁) y, z ← z − (ε/τ₁) g, y ← θ − ε g, g corrected as in SVRG",
    reference: "Allen-Zhu, Journal of Machine Learning Research 18 (2018), algorithm 1",
    notes: [
      "For means over examples with batch= set; others are refused.",
      "The learning rate is the paper's 1/(3L). τ₁ = min(½, √(m σ ε)) where sigma is σ, as there; ½ where "
        + "sigma=0, which is no convergence theorem's.",
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
    /// Of the y since the snapshot, by their weights.
    var sum: Vector
    var sumOfWeights = 0.0
    var weight = 1.0

    public init(_ settings: Katyusha, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      snapshot = Snapshot(dimension: dimension)
      lead = .zeros(dimension)
      sum = lead
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
      lead.add(-rate / share, gradient)
      x.set(point, plus: -rate, gradient)
      sum.add(weight, x)
      sumOfWeights += weight
      weight *= 1 + settings.convexity * rate / share
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
      var mean = sum
      mean.scale(by: 1 / sumOfWeights)
      try snapshot.take(at: mean, querying: &oracle)
      (sumOfWeights, weight) = (0, 1)
      for i in sum.indices { sum[i] = 0 }
    }
  }
}
