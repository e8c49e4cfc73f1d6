import LinearAlgebra
import Specifications

/// Newton's method: θ ← θ + ε p, p = −A⁻¹ g, where A is the Hessian H or stands for it.
///
/// - `hessian=plain`: A = H + αI. With ε = 1 and α = 0 the step goes to the stationary point of the
///   quadratic that touches f at θ: on a quadratic, to its minimum at once. Nothing makes that
///   point a minimum: where H is indefinite the method is drawn to saddles. (A slip in some lecture
///   notes takes f′ = 0 with f″ > 0 for a maximum; f″ > 0 marks a minimum.) A positive α shortens
///   the step and turns it towards −g. Near a saddle with the least eigenvalue λ < 0 a step
///   multiplies the distance along its eigenvector by α / (α + λ): the saddle attracts as long as α
///   < |λ|/2, throws from side to side up to |λ|, and only a larger α makes the direction descend.
/// - `hessian=shifted`: α is found anew at each step. A = H + αI + τI with the first τ that lets
///   Cholesky's factorization succeed: 0, or β − min hᵢᵢ where an entry of the diagonal is not
///   positive, then max(2τ, β) and so on (algorithm 3.3).
/// - `hessian=raised`: eigenvalues of H + αI below δ are raised to δ (section 3.4). δ is `floor`
///   times the largest |eigenvalue|.
/// - `hessian=absolute`, also `saddle-free`: A = |H + αI|, the eigenvalues without their signs,
///   none below δ. Saddles repel as minima attract.
///
/// The last three descend along p, and so does the first with α > |λ|. Where g has no part along
/// the lowest eigenvector and H curves down along it, as on the ridge of a saddle, −A⁻¹g has none
/// either and leads to the saddle; they then add a step of length `escape` along it. `escape=0`
/// gives the methods as published. Where g = 0 this step is taken without a search.
///
/// ε is `lr` with `search=fixed`, as it is by default; any other search begins at ε = lr. A plain
/// direction that does not descend stalls a search.
///
/// References: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., sections 3.3 and 3.4;
/// Dauphin et al., "Identifying and attacking the saddle point problem in high-dimensional
/// non-convex optimization", 2014, arXiv:1406.2572, who keep H in a Krylov space. α ≥ 0, β > 0. One
/// Hessian a step and one gradient, or one a trial of the search. Cholesky's factorization where it
/// succeeds; a singular A ends the run. α > 0 costs a second factorization, of H, and an indefinite
/// H some more.
public struct Newton: LineSearchSettings {
  public static let card = OptimizerCard(
    name: "newton", title: "Newton", order: .second,
    invariances: [.scale, .rotation],
    formula: "x ← x − lr (H + α I)⁻¹ g",
    reference: "Nocedal and Wright, Numerical Optimization, 2nd ed., sections 3.3 and 3.4, "
      + "algorithm 3.3; absolute: Dauphin et al. 2014, arXiv:1406.2572",
    notes: [
      "The forms with a changed Hessian add a step along negative curvature where the gradient "
        + "has no part along it; escape=0 gives them as published.",
      "Dauphin et al. keep the Hessian in a Krylov space; here it is whole (preset=dauphin).",
      "A singular matrix ends the run.",
    ])
  public static let aliases: [Alias<Self>] = [Alias("saddle-free") { $0.hessian = .absolute }]
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

  public var hessian = NewtonHessian.plain
  public var regularization = 0.0
  public var leastShift = 1e-3
  public var floor = 1e-8
  public var escape = 1e-3
  public var lineSearch = StepLengthRule(remainingSlope: 0.9)

  public init() {
    lineSearch.search = FixedStep()
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

    public func exhibits(at x: Vector) -> [Exhibit] {
      track.stepCount > 0 ? [.model(newton.matrix)] : []
    }
  }
}
