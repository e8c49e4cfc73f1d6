import LinearAlgebra
import Specifications

/// SAGA: the minibatch's gradient corrected by a table of those that were seen last.
/// ``card`` has the formula, the references and what differs from them.
public struct SAGA: ScheduledSettings {
  public static let card = OptimizerCard(
    name: "saga", title: "SAGA", order: .first, invariances: [.rotation],
    formula: "θ ← θ − ε (mean over B of (∇fᵢ(θ) − gᵢ) + (1/m) Σ gᵢ), then gᵢ ← ∇fᵢ(θ) for i in B",
    reference: "Defazio, Bach and Lacoste-Julien, NIPS 2014",
    notes: [
      "For means over examples with batch= set; others are refused.",
      "The table begins with zeros, not with gradients at the start.",
      "Keeps a gradient for each example: m n numbers.",
    ])
  public static let parameters: [Parameter<Self>] = [.learningRate]

  public var learningRate: Rate = 0.01

  public init() {}

  public var storesExampleGradients: Bool { true }

  public struct Method: ExampleMethod {
    public var state: RunState<SAGA>
    var table: GradientTable

    public init(_ settings: SAGA, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      table = GradientTable(dimension: dimension)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O, over examples: Examples
    ) throws(Halt) {
      let mean = table.mean
      let value = try table.renew(
        at: x, querying: &oracle, over: examples, change: &state.gradient)
      state.clock.advance(loss: value)
      x.add(-rate, gradient)
      x.add(-rate, mean)
    }
  }
}
