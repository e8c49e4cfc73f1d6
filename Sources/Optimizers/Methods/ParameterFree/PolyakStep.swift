import LinearAlgebra
import Specifications

/// Gradient descent with Polyak's step: θ ← θ − η g, η = min((f − f*)/(c‖g‖² + δ), η_max).
///
/// f* is the minimum, the parameter `minimum`, which must be known or guessed; with the true one
/// and a convex f, no step leads away from a minimizer. c = 1 is Polyak's step, ½ the longer one of
/// the stochastic analysis. Where f < f* the step is negative with `variant=sps`, as in optax, and
/// zero with `sps+`. No step is taken where ‖g‖² + δ ≤ `min-square`, which is 0 here and 2⁻⁵²
/// in optax. Gradients whose squares overflow give a step of 0. A weight decay makes no sense: f*
/// would not be its minimum.
///
/// Reference: B. T. Polyak, "Minimization of unsmooth functionals", 1969; the bound: N. Loizou,
/// S. Vaswani, I. Laradji and S. Lacoste-Julien, "Stochastic Polyak Step-size for SGD", 2021,
/// arXiv:2002.10542.
public struct PolyakStep: GradientSettings {
  public enum Variant: String, CaseIterable, Sendable {
    case sps
    case positive = "sps+"
  }

  public static let card = OptimizerCard(
    name: "polyak", title: "Polyak's step", order: .first,
    invariances: [.scale, .rotation],
    formula: "θ ← θ − min((f − f*) / (c ‖g‖² + δ), η_max) g",
    reference: "Polyak, USSR Comput. Math. Math. Phys. 9 (1969) 14-29; bounded: Loizou et al. "
      + "2021, arXiv:2002.10542, SPS_max",
    notes: [
      "Where f is below the minimum the step is zero; in optax it is negative (preset=optax).",
      "No step is taken where |g|^2 is zero; optax takes none up to 2^-52 either "
        + "(preset=optax).",
      "Gradients whose squares overflow give a step of 0.",
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
    .number("c", \.scale, symbol: "c", in: .positive, "divides the step"),
    .number(
      "max-lr", \.largestRate, symbol: "η_max", in: Interval(0, .infinity, openBelow: true),
      "longest step"
    ).aliased("max-rate"),
    .epsilon(\.epsilon),
    .choice("variant", \.variant, "negative steps, or none, where f is below the minimum"),
    .number(
      "min-square", \.smallestSquare, in: .nonNegative, "|g|^2 that still counts as zero"
    ).aliased("smallest-square"),
  ]

  public var minimum = 0.0
  public var scale = 1.0
  public var largestRate = Double.infinity
  public var epsilon = 0.0
  public var variant = Variant.positive
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
