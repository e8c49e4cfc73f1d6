import LinearAlgebra
import Specifications

/// Kaczmarz's method: the iterate is projected onto the solutions of one equation after another.
/// ``card`` has the formula, the references and what differs from them.
public struct Kaczmarz: ScheduledSettings {
  public static let card = OptimizerCard(
    name: "kaczmarz", title: "Kaczmarz", order: .first, invariances: [.scale, .rotation],
    formula: "θ ← θ − 2 ε f_B/‖∇f_B‖² ∇f_B, for f_B = (aᵀθ − b)² a projection onto aᵀθ = b",
    reference: "Kaczmarz 1937; Strohmer and Vershynin, J. Fourier Anal. Appl. 15 (2009) 262-278",
    notes: [
      "For means over examples with batch= set, as linear-regression:batch=1; others are refused.",
      "Equations come as minibatches draw them, not with probabilities by their norms: the factor "
        + "of Strohmer and Vershynin holds for rows of one length.",
      "With a penalty, a batch above 1, or on other losses this is no projection but a stochastic Polyak step of twice the length with minimum 0.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .learningRate.searched(.linear(0.1...1.9))
  ]

  /// The relaxation, 1 for projections.
  public var learningRate: Rate = 1

  public init() {}

  public struct Method: ExampleMethod {
    public var state: RunState<Kaczmarz>

    public init(_ settings: Kaczmarz, dimension: Int) {
      state = RunState(settings, dimension: dimension)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O, over examples: Examples
    ) throws(Halt) {
      let value = try oracle.gradient(at: x, over: examples.minibatch, into: &state.gradient)
      state.clock.advance(loss: value)
      let square = gradient.dot(gradient)
      guard square > 0 else { return }
      x.add(-2 * rate * value / square, gradient)
    }
  }
}
