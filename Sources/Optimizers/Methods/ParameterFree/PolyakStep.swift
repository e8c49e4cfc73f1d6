import LinearAlgebra
import Specifications

/// Gradient descent with Polyak's step, for functions whose minimum is known or guessed.
/// ``card`` has the formula, the references and what differs from them.
public struct PolyakStep: GradientSettings {
  /// What is done where f is below the minimum.
  public enum Variant: String, CaseIterable, Sendable {
    /// A negative step.
    case sps
    /// A step of zero.
    case positive = "sps+"
  }

  public static let card = OptimizerCard(
    name: "polyak", title: "Polyak's step", order: .first,
    invariances: [.scale, .rotation],
    formula: "θ ← θ − min((f − f*) / (c ‖g‖² + δ), η_max) g",
    reference: "Polyak, USSR Comput. Math. Math. Phys. 9 (1969) 14-29; bounded: Loizou, Vaswani, "
      + "Laradji and Lacoste-Julien 2021, arXiv:2002.10542, SPS_max",
    notes: [
      "The minimum f* must be known or guessed; with the true one and a convex f, no step leads "
        + "away from a minimizer.",
      "Polyak's step is c=1; c=0.5 is the longer one of the stochastic analysis.",
      "Where f < f* the step is zero; with variant=sps it is negative, as in optax (preset=optax).",
      "No step is taken where ‖g‖² + δ ≤ min-square, which is 0 here and 2⁻⁵² in optax "
        + "(preset=optax).",
      "Gradients whose squares overflow give a step of 0.",
      "There is no weight decay, which makes no sense: f* would not be its minimum.",
    ])
  public static let presets: [Preset<Self>] = [
    .optax {
      $0.largestRate = 1
      $0.variant = .sps
      $0.smallestSquare = 2.220446049250313e-16
    }
  ]
  public static let parameters: [Parameter<Self>] = [
    .number("minimum", \.minimum, symbol: "f*", in: .finite, "the minimum, or a lower bound"),
    .number("c", \.scale, symbol: "c", in: .positive, "divides the step").searched(
      .logarithmic(0.1...10)),
    .number(
      "max-lr", \.largestRate, symbol: "η_max", in: Interval(0, .infinity, openBelow: true),
      "longest step"
    ).aliased("max-rate"),
    .epsilon(\.epsilon),
    .choice("variant", \.variant, "negative steps, or none, where f is below the minimum"),
    .number(
      "min-square", \.smallestSquare, in: .nonNegative, "‖g‖² + δ that still counts as zero"
    ).aliased("smallest-square"),
  ]

  /// f*: the minimum, or a lower bound.
  public var minimum = 0.0
  /// c > 0: divides the step.
  public var scale = 1.0
  /// η_max > 0, may be ∞: longest step.
  public var largestRate = Double.infinity
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 0.0
  /// What is done where f is below the minimum: negative steps, or none.
  public var variant = Variant.positive
  /// ‖g‖² + δ up to this counts as zero, ≥ 0.
  public var smallestSquare = 0.0

  public init() {}

  public struct Method: GradientMethod {
    let settings: PolyakStep
    public var gradient: Vector
    public private(set) var learningRate = Double.nan

    public init(_ settings: PolyakStep, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      learningRate = rate(square: g.dot(g), value: value)
      x.add(-learningRate, g)
    }

    private func rate(square: Double, value: Double) -> Double {
      let gap = value - settings.minimum
      guard square + settings.epsilon > settings.smallestSquare else { return 0 }
      let step = min(
        gap / (settings.scale * square + settings.epsilon), settings.largestRate)
      return settings.variant == .positive ? max(0, step) : step
    }
  }
}
