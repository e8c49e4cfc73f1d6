import LinearAlgebra
import Specifications

/// Resilient backpropagation, iRprop−: every component has a step size of its own, which follows
/// the signs of its slope.
/// ``card`` has the formula, the references and what differs from them.
public struct Rprop: GradientSettings {
  public static let card = OptimizerCard(
    name: "rprop", title: "Rprop", order: .first,
    invariances: [.scale],
    formula: "Δ ← Δ η⁺ or Δ η⁻ as sign(g) stays or turns, θ ← θ − Δ sign(g)",
    reference: "Riedmiller and Braun, Proc. ICNN (1993) 586-591; iRprop−, without backtracking: "
      + "Igel and Hüsken, Proc. NC (2000) 115-121",
    notes: [
      "Where the slope turns, the component rests for a step and its next step keeps its size, as "
        + "in torch; there is no return to the point before.",
      "The step size is reported as the largest Δ.",
      "There is no weight decay, which makes no sense beside steps that ignore sizes.",
      "The rprop of optax 0.2.8 uses the sizes and signs of the call before, which is a defect "
        + "and no dialect.",
      "The sign of 0 is 0.",
    ])
  public static let presets: [Preset<Self>] = [.torch()]
  public static let parameters: [Parameter<Self>] = [
    .number("lr", \.firstStep, symbol: "Δ₀", in: .nonNegative, "first step size"),
    .number(
      "eta-minus", \.shrinking, symbol: "η⁻", in: Interval(0, 1, openBelow: true, openAbove: true),
      "factor where the slope turns"
    ).searched(.linear(0.2...0.9)),
    .number(
      "eta-plus", \.growth, symbol: "η⁺", in: Interval(1, .infinity, openAbove: true),
      "factor where the slope keeps its sign"
    ).searched(.linear(1.05...2)),
    .number("min-step", \.smallestStep, symbol: "Δ_min", in: .nonNegative, "smallest step size"),
    .number("max-step", \.largestStep, symbol: "Δ_max", in: .positive, "largest step size"),
  ]

  /// Δ₀ ≥ 0: first step size.
  public var firstStep = 0.01
  /// η⁻ in (0, 1): factor where the slope turns.
  public var shrinking = 0.5
  /// η⁺ ≥ 1: factor where the slope keeps its sign.
  public var growth = 1.2
  /// Δ_min ≥ 0: smallest step size.
  public var smallestStep = 1e-6
  /// Δ_max > 0: largest step size.
  public var largestStep = 50.0

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard smallestStep > largestStep else { return }
    throw SpecificationError(
      "rprop: min-step=\(NumberText.short(smallestStep)) is above "
        + "max-step=\(NumberText.short(largestStep))")
  }

  public struct Method: GradientMethod {
    let settings: Rprop
    public var gradient: Vector
    var sizes: Vector
    /// sign(g) of the step before, 0 where the component rested.
    var signs: Vector
    public private(set) var learningRate: Double

    public init(_ settings: Rprop, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      sizes = Vector(repeating: settings.firstStep, count: dimension)
      signs = .zeros(dimension)
      learningRate = settings.firstStep
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      Self.update(&x, sizes: &sizes, signs: &signs, gradient: g, settings)
      learningRate = sizes.largestMagnitude
    }

    private static func update(
      _ x: inout Vector, sizes: inout Vector, signs: inout Vector, gradient: Vector,
      _ settings: Rprop
    ) {
      var theta = x.mutableSpan
      var delta = sizes.mutableSpan
      var before = signs.mutableSpan
      let g = gradient.span
      for i in 0..<theta.count {
        var now = sign(g[i])
        let turn = now * before[i]
        let factor = turn > 0 ? settings.growth : (turn < 0 ? settings.shrinking : 1)
        delta[i] = min(max(delta[i] * factor, settings.smallestStep), settings.largestStep)
        if turn < 0 { now = 0 }
        theta[i] -= now * delta[i]
        before[i] = now
      }
    }
  }
}
