import LinearAlgebra
import Optimizers
import Specifications

/// Normalized gradient descent: every step has the length ε.
public struct NormalizedGD: RateSettings {
  public static let card = OptimizerCard(
    name: "normalized-gd", title: "Normalized GD", order: .first,
    invariances: [.scale, .rotation],
    formula: "θ ← θ − ε g / ‖g‖", reference: "Y. Nesterov, Matekon 29 (1984) 519-531")
  public static let parameters: [Parameter<Self>] = [.learningRate]

  public var learningRate: Rate = 0.01

  public init() {}

  public struct Method: UpdateRule {
    public var state: RunState<NormalizedGD>

    public init(_ settings: NormalizedGD, dimension: Int) {
      state = RunState(settings, dimension: dimension)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      if g.norm > 0 { x.add(-rate / g.norm, g) }
    }
  }
}
