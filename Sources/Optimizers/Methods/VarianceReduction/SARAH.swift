import LinearAlgebra
import Specifications

/// Stochastic recursive gradient: each step's estimate is made from that of the step before.
/// ``card`` has the formula, the references and what differs from them.
public struct SARAH: ScheduledSettings {
  public static let card = OptimizerCard(
    name: "sarah", title: "SARAH", order: .first, invariances: [.rotation],
    formula: "v ← ∇f_B(θ) − ∇f_B(θ₋) + v, θ ← θ − ε v; v = ∇f(θ) at each snapshot",
    reference: "Nguyen, Liu, Scheinberg and Takáč, ICML 2017",
    notes: [
      "For means over examples with batch= set; others are refused.",
      "The next snapshot is the last iterate, not one of the inner iterates at random.",
    ])
  public static let parameters: [Parameter<Self>] = [.learningRate, .snapshotLength(\.inner)]

  public var learningRate: Rate = 0.1
  /// m; nil for two passes through the examples.
  public var inner: Int?

  public init() {}

  public struct Method: ExampleMethod {
    public var state: RunState<SARAH>
    /// θ₋ and v, which was exact at the last snapshot.
    var previous: Snapshot

    public init(_ settings: SARAH, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      previous = Snapshot(dimension: dimension)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O, over examples: Examples
    ) throws(Halt) {
      let value: Double
      if let age = previous.age, age < settings.inner ?? Snapshot.usualLength(examples) {
        value = try previous.corrected(
          at: x, querying: &oracle, over: examples, into: &state.gradient)
        previous.move(to: x, estimate: gradient)
      } else {
        value = try previous.take(at: x, querying: &oracle)
        previous.grow()
      }
      state.clock.advance(loss: value)
      x.add(-rate, previous.gradient)
    }
  }
}
