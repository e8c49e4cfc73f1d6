import LinearAlgebra
import Specifications

/// Stochastic average gradient: a step along the mean of the gradients that were seen last.
/// ``card`` has the formula, the references and what differs from them.
public struct SAG: ScheduledSettings {
  public static let card = OptimizerCard(
    name: "sag", title: "SAG", order: .first, invariances: [.rotation],
    formula: "gᵢ ← ∇fᵢ(θ) for i in the minibatch, θ ← θ − ε (1/m) Σ gᵢ",
    reference: "Schmidt, Le Roux and Bach, Mathematical Programming 162 (2017) 83-112",
    notes: [
      "For means over examples with batch= set; others are refused.",
      "The mean is over the examples seen so far, as the authors recommend.",
      "Keeps a gradient for each example: m n numbers.",
    ])
  public static let parameters: [Parameter<Self>] = [.learningRate]

  public var learningRate: Rate = 0.01

  public init() {}

  public var storesExampleGradients: Bool { true }

  public struct Method: ExampleMethod {
    public var state: RunState<SAG>
    var table: GradientTable

    public init(_ settings: SAG, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      table = GradientTable(dimension: dimension)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O, over examples: Examples
    ) throws(Halt) {
      let value = try table.renew(
        at: x, querying: &oracle, over: examples, change: &state.gradient)
      state.clock.advance(loss: value)
      x.add(-rate * Double(examples.count) / Double(table.seen), table.mean)
    }
  }
}
