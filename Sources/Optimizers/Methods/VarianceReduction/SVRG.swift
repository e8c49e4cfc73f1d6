import LinearAlgebra
import Specifications

/// Stochastic variance-reduced gradient, which corrects minibatches by a snapshot.
/// ``card`` has the formula, the references and what differs from them.
public struct SVRG: ScheduledSettings {
  public static let card = OptimizerCard(
    name: "svrg", title: "SVRG", order: .first, invariances: [.rotation],
    formula: "θ ← θ − ε (∇f_B(θ) − ∇f_B(θ̃) + ∇f(θ̃)), θ̃ the iterate at the last snapshot",
    reference: "Johnson and Zhang, NIPS 2013",
    notes: [
      "For means over examples with batch= set; others are refused.",
      "The snapshot is the last iterate (option I), not one of the inner iterates at random.",
      "A step asks for two gradients of a minibatch, that of a snapshot for all examples too.",
    ])
  public static let parameters: [Parameter<Self>] = [.learningRate, .snapshotLength(\.inner)]

  public var learningRate: Rate = 0.1
  /// m; nil for two passes through the examples.
  public var inner: Int?

  public init() {}

  public struct Method: ExampleMethod {
    public var state: RunState<SVRG>
    var snapshot: Snapshot

    public init(_ settings: SVRG, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      snapshot = Snapshot(dimension: dimension)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O, over examples: Examples
    ) throws(Halt) {
      let length = settings.inner ?? Snapshot.usualLength(examples)
      if snapshot.age.map({ $0 >= length }) ?? true {
        try snapshot.take(at: x, querying: &oracle)
      }
      let value = try snapshot.corrected(
        at: x, querying: &oracle, over: examples, into: &state.gradient)
      snapshot.grow()
      state.clock.advance(loss: value)
      x.add(-rate, gradient)
    }
  }
}
