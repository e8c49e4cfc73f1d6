import LinearAlgebra
import Specifications

/// Newton's method, with the Hessian or what stands for it. ``card`` has the formula, the
/// references and what differs from them.
public struct Newton: LineSearchSettings {
  public static let card = OptimizerCard(
    name: "newton", title: "Newton", order: .second,
    invariances: [.scale, .rotation],
    formula: "x ← x − ε (H + α I)⁻¹ g",
    reference: "Nocedal and Wright, Numerical Optimization, 2nd ed., sections 3.3 and 3.4, "
      + "algorithm 3.3; absolute: Dauphin et al. 2014, arXiv:1406.2572",
    notes: [
      "A plain step with lr=1 and alpha=0 goes to the stationary point of the quadratic that "
        + "touches f: on a quadratic to its minimum at once, and to saddles where H is indefinite. "
        + "A positive α shortens the step and turns it towards −g.",
      "Near a saddle of least eigenvalue λ < 0 a step along its eigenvector multiplies the "
        + "distance by α / (α + λ): the saddle attracts for α < |λ|/2, throws from side to side up "
        + "to |λ|, and only a larger α makes the direction descend.",
      "With hessian=shifted τI is added to H + αI with the first τ that lets Cholesky's "
        + "factorization succeed: 0, or β − min hᵢᵢ where an entry of the diagonal is not "
        + "positive, then max(2τ, β) and so on.",
      "With hessian=absolute saddles repel as minima attract. Dauphin et al. keep the Hessian in a "
        + "Krylov space; here it is whole (preset=dauphin).",
      "All but plain descend. Where g has no part along the lowest eigenvector and H curves down "
        + "along it, as on the ridge of a saddle, they add a step along it, without a search where "
        + "g = 0; escape=0 gives them as published.",
      "A plain direction that does not descend stalls a search, and a singular matrix ends the "
        + "run.",
      "One Hessian a step and one gradient, or one a trial of the search. Cholesky's factorization "
        + "where it succeeds; α > 0 costs a second one, of H, and an indefinite H some more.",
      "Where f′ = 0, f″ > 0 marks a minimum; a slip in some lecture notes takes it for a maximum.",
    ])
  public static let aliases: [Alias<Self>] = [
    Alias("saddle-free", title: "Saddle-free Newton") { $0.hessian = .absolute }
  ]
  public static let presets: [Preset<Self>] = [
    .named("dauphin") {
      $0.hessian = .absolute
      $0.escape = 0
    }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .choice("hessian", \.hessian, "what stands for the Hessian"),
      .number(
        "alpha", \.regularization, symbol: "α", in: .nonNegative,
        "added to the diagonal of the Hessian"),
      .number("beta", \.leastShift, symbol: "β", in: .positive, "shifted: the least shift above 0"),
      .number(
        "floor", \.floor, in: Interval(0, 1),
        "raised, absolute: least eigenvalue over the largest in magnitude"),
      .number(
        "escape", \.escape, in: .nonNegative,
        "length of the step along negative curvature where the gradient has no part along it"),
    ] + lineSearchParameters

  public var storesMatrix: Bool { true }

  /// What stands for the Hessian.
  public var hessian = NewtonHessian.plain
  /// α ≥ 0: added to the diagonal of the Hessian.
  public var regularization = 0.0
  /// Of a shifted Hessian: β > 0, the least shift above 0.
  public var leastShift = 1e-3
  /// Of a raised or absolute Hessian: least eigenvalue over the largest in magnitude, in [0, 1].
  public var floor = 1e-8
  /// Length of the step along negative curvature where the gradient has no part along it, ≥ 0.
  public var escape = 1e-3
  public var lineSearch = StepLengthRule(remainingSlope: 0.9)

  public init() {
    lineSearch.search = FixedStep()
  }

  /// ε where every step is −ε H⁻¹g; nil elsewhere.
  package var plainRate: Double? {
    guard hessian == .plain, regularization == 0, lineSearch.isFixed,
      case .constant(let rate) = lineSearch.rate
    else { return nil }
    return rate
  }

  public struct Method: Optimizer {
    private let settings: Newton
    private var newton: NewtonDirection
    private var track: Track

    public init(_ settings: Newton, dimension: Int) {
      self.settings = settings
      newton = NewtonDirection(settings, dimension: dimension)
      track = Track(dimension: dimension, searching: settings.lineSearch)
    }

    public var learningRate: Double {
      guard track.stepCount == 0, settings.lineSearch.isFixed else {
        return track.stepLength
      }
      return settings.lineSearch.rate.value(at: 0)
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try track.arrive(at: x, querying: &oracle)
      let direction = try newton.step(from: track.current, querying: &oracle)
      let found = try search(along: direction, querying: &oracle)
      track.move(to: found)
      x = found.sample.x
    }

    private func search<O: Oracle & ~Copyable>(
      along direction: Vector, querying oracle: inout O
    ) throws(Halt) -> LineStep {
      let start = track.current
      if start.gradient.largestMagnitude == 0, direction.largestMagnitude > 0 {
        return LineStep(length: 1, sample: start.moved(1, along: direction))
      }
      return try settings.lineSearch.step(
        along: SearchLine(
          from: start, along: direction, trial: 1, stepCount: track.stepCount),
        querying: &oracle)
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] {
      track.stepCount > 0 ? [.model(newton.matrix)] : []
    }
  }
}
