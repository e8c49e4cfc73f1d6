import LinearAlgebra
import Specifications

/// Levenberg and Marquardt's method for f = Σ rᵢ²: p minimizes ‖J p + r‖² + λ‖D p‖², θ ← θ + p.
///
/// Between Gauss and Newton's step (λ = 0) and a short one along −D⁻²g. A step tries p, and shorter
/// ones, until the decrease of f is at least 10⁻⁴ of what the model promised. How λ is found:
///
/// - `update=trust-region`: such that ‖D p‖ is within a tenth of a radius Δ, or 0 (MINPACK's
///   `lmpar`); Δ starts as `factor` times ‖D θ‖ and follows the ratio of decrease to promise
///   (MINPACK's `lmder`, which is scipy's `lm`, without its tests for convergence).
/// - `marquardt`: from `lambda`, a tenth of it after a step and ten times it after a failed trial.
/// - `nielsen`: from `lambda` times the largest diagonal entry of D⁻²JᵀJ, then times
///   max(1/3, 1 − (2ρ − 1)³) after a step with the ratio ρ, and times 2, 4, 8 … after failed
///   trials.
///
/// D is diagonal. `scaling=largest`: the largest norm yet of each column of J (Moré), which makes
/// the method indifferent to units; `current`: the norm now (Marquardt); `none`: 1 (Levenberg). A
/// column that is zero at first has 1.
///
/// `geodesic=true` bends the step to p + a/2, where a minimizes ‖J a + r″‖² + λ‖D a‖² and r″ is the
/// second derivative of r along p, from r(θ + h p) with h = 0.1; a trial with 2‖D a‖ > α‖D p‖
/// fails.
///
/// The factors of J are used throughout, never JᵀJ, so that a J of low rank needs no care. A
/// vanishing gradient, and steps that can no longer be told from rounding, stall the method;
/// residuals that are not finite at a trial make it fail.
///
/// References: K. Levenberg, Quart. Appl. Math. 2 (1944) 164–168; D. W. Marquardt, J. SIAM 11
/// (1963) 431–441; J. J. Moré, "The Levenberg-Marquardt algorithm: implementation and theory",
/// Lecture Notes in Mathematics 630 (1978) 105–116; H. B. Nielsen, "Damping parameter in
/// Marquardt's method", Report IMM-REP-1999-05, Technical University of Denmark; M. K. Transtrum
/// and J. P. Sethna, arXiv:1201.5885 (2012). A step asks for one Jacobian, and for one vector of
/// residuals a trial (two with `geodesic`).
public struct LevenbergMarquardt: OptimizerSettings {
  public enum Update: String, CaseIterable, Sendable {
    case trustRegion = "trust-region"
    case marquardt, nielsen
  }

  public enum Scaling: String, CaseIterable, Sendable {
    case largest, current, none
  }

  public static let card = OptimizerCard(
    name: "levenberg-marquardt", title: "Levenberg-Marquardt", order: .second,
    invariances: [.scale],
    formula: "x ← x − (Jᵀ J + λ D²)⁻¹ Jᵀ r, f = rᵀ r",
    reference: "More, Lecture Notes in Mathematics 630 (1978) 105-116, as in MINPACK's lmder",
    notes: [
      "By default lambda is found as in MINPACK's lmder, which is the lm of scipy, without its "
        + "tests for convergence.",
      "A column of J that is zero at first has the scale 1.",
      "A vanishing gradient, and steps that cannot be told from rounding, stall the method.",
    ])
  public static let aliases: [Alias<Self>] = [Alias("lm")]
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
    .choice("update", \.update, "how lambda is found"),
    .choice("scaling", \.scaling, "D: the columns' largest norms yet, their norms, or 1"),
    .number(
      "factor", \.factor, in: Interval(0, .infinity, openBelow: true, openAbove: true),
      "trust-region: the first radius, in lengths of the scaled iterate"),
    .number(
      "lambda", \.initial, symbol: "λ", in: .positive, "marquardt and nielsen: the first damping"),
    .flag("geodesic", \.isGeodesic, "bend the step by its acceleration"),
    .number(
      "acceleration", \.acceleration, symbol: "α", in: .positive,
      "geodesic: most acceleration for the velocity"),
  ]

  public var storesMatrix: Bool { true }
  public var storesJacobian: Bool { true }

  public var update = Update.trustRegion
  public var scaling = Scaling.largest
  public var factor = 100.0
  public var initial = 1e-3
  public var isGeodesic = false
  public var acceleration = 0.75

  public init() {}

  public typealias Method = LevenbergMarquardtMethod
}
