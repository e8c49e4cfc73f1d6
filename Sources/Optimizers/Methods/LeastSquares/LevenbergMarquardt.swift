import LinearAlgebra
import Specifications

/// Levenberg and Marquardt's method for sums of squares, between Gauss and Newton's step and a
/// short one along −D⁻²g. ``card`` has the formula, the references and what differs from them.
public struct LevenbergMarquardt: OptimizerSettings {
  /// How λ is found; ``LevenbergMarquardt/card`` has the rules.
  public enum Update: String, CaseIterable, Sendable {
    /// By a radius, as MINPACK's lmder.
    case trustRegion = "trust-region"
    /// A tenth after a step, ten times as much after a failed trial.
    case marquardt
    /// By a smooth rule of the ratio of decreases.
    case nielsen
  }

  /// What D is: the largest norms yet of the columns of J, their norms, or 1.
  public enum Scaling: String, CaseIterable, Sendable {
    /// The largest norms yet of the columns of J; Moré.
    case largest
    /// The norms of the columns of J; Marquardt.
    case current
    /// 1; Levenberg.
    case none
  }

  public static let card = OptimizerCard(
    name: "levenberg-marquardt", title: "Levenberg-Marquardt", order: .second,
    invariances: [.scale],
    formula: "x ← x − (Jᵀ J + λ D²)⁻¹ Jᵀ r, f = rᵀ r",
    reference: "Moré, Lecture Notes in Mathematics 630 (1978) 105-116, as in MINPACK's lmder; "
      + "Levenberg, Quart. Appl. Math. 2 (1944) 164-168; Marquardt, J. SIAM 11 (1963) 431-441; "
      + "Nielsen, Report IMM-REP-1999-05, Technical University of Denmark; geodesic: Transtrum and "
      + "Sethna 2012, arXiv:1201.5885",
    notes: [
      "A step tries p, and shorter ones, until the decrease of f is at least 10⁻⁴ of what the "
        + "model promised; a trial where residuals are not finite fails.",
      "By default λ is 0 or such that ‖D p‖ is within a tenth of a radius Δ, which begins as "
        + "factor times ‖D x‖ and follows the ratio of decrease to promise: MINPACK's lmder, which "
        + "is the lm of scipy, without its tests for convergence.",
      "With update=marquardt λ begins as lambda, and becomes a tenth of what it is after a step "
        + "and ten times that after a failed trial.",
      "With update=nielsen λ begins as lambda times the largest diagonal entry of D⁻²JᵀJ, and is "
        + "taken times max(1/3, 1 − (2ρ − 1)³) after a step with the ratio ρ, and times 2, 4, 8 … "
        + "after failed trials.",
      "Moré's scaling=largest makes the method indifferent to units; current is Marquardt's, none "
        + "Levenberg's. A column of J that is zero at first has the scale 1.",
      "With geodesic the step is p + a/2, where a minimizes ‖J a + r″‖² + λ‖D a‖² and r″ is the "
        + "second derivative of r along p, from r(x + h p) with h = 0.1; a trial with 2‖D a‖ > α‖D "
        + "p‖ fails.",
      "A vanishing gradient, and steps that cannot be told from rounding, stall the method.",
      "The factors of J are used throughout, never JᵀJ, so that a J of low rank needs no care. One "
        + "Jacobian a step, and one vector of residuals a trial, two with geodesic.",
    ])
  public static let aliases: [Alias<Self>] = [Alias("lm", title: "LM")]
  public static let presets: [Preset<Self>] = [
    .named("levenberg") {
      $0.update = .marquardt
      $0.scaling = .none
    },
    .named("marquardt") {
      $0.update = .marquardt
      $0.scaling = .current
      $0.initial = 0.01
    },
    .named("nielsen") {
      $0.update = .nielsen
      $0.scaling = .none
    },
  ]
  public static let parameters: [Parameter<Self>] = [
    .choice("update", \.update, "how λ is found"),
    .choice("scaling", \.scaling, "D: the columns' largest norms yet, their norms, or 1"),
    .number(
      "factor", \.factor, in: Interval(0, .infinity, openBelow: true, openAbove: true),
      "trust-region: the first radius, in lengths of the scaled iterate"
    ).searched(.logarithmic(0.1...1000)),
    .number(
      "lambda", \.initial, symbol: "λ", in: .positive, "marquardt and nielsen: the first damping"
    ).searched(.logarithmic(1e-6...10)),
    .flag("geodesic", \.isGeodesic, "bend the step by its acceleration"),
    .number(
      "acceleration", \.acceleration, symbol: "α", in: .positive,
      "geodesic: most acceleration for the velocity"),
  ]

  public var storesMatrix: Bool { true }
  public var storesJacobian: Bool { true }

  /// How λ is found.
  public var update = Update.trustRegion
  /// D: the largest norms yet of the columns of J, their norms, or 1.
  public var scaling = Scaling.largest
  /// Of `trustRegion`: the first radius, in lengths of the scaled iterate, > 0.
  public var factor = 100.0
  /// Of `marquardt` and `nielsen`: λ > 0, the first damping.
  public var initial = 1e-3
  /// Whether to bend the step by its acceleration.
  public var isGeodesic = false
  /// Of a geodesic step: α > 0, the largest 2‖D a‖ / ‖D p‖.
  public var acceleration = 0.75

  public init() {}

  public typealias Method = LevenbergMarquardtMethod
}
