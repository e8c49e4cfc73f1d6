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
    /// v.
    var estimate: Vector
    /// θ₋.
    var previous: Vector
    /// Steps since v was a gradient over all examples; nil before the first.
    var age: Int?

    public init(_ settings: SARAH, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      estimate = .zeros(dimension)
      previous = estimate
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O, over examples: Examples
    ) throws(Halt) {
      let value: Double
      if let age, age < settings.inner ?? Snapshot.usualLength(examples) {
        value = try correct(at: x, querying: &oracle, over: examples)
        self.age = age + 1
      } else {
        var all = Vector.zeros(x.count)
        value = try oracle.gradient(at: x, over: nil, into: &all)
        estimate = all
        age = 1
      }
      previous.copy(x)
      state.clock.advance(loss: value)
      x.add(-rate, estimate)
    }

    private mutating func correct<O: Oracle & ~Copyable>(
      at x: borrowing Vector, querying oracle: inout O, over examples: Examples
    ) throws(Halt) -> Double {
      var old = Vector.zeros(x.count)
      let value = try oracle.gradient(at: x, over: examples.minibatch, into: &state.gradient)
      _ = try oracle.gradient(at: previous, over: examples.minibatch, into: &old)
      for i in estimate.indices { estimate[i] += gradient[i] - old[i] }
      return value
    }
  }
}
