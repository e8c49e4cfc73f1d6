import LinearAlgebra
import Specifications

/// Nonlinear conjugate gradients: a search along −g plus a multiple of the direction before.
/// ``card`` has the formula, the references and what differs from them.
public struct ConjugateGradients: LineSearchSettings {
  public static let card = OptimizerCard(
    name: "cg", title: "Conjugate gradients", order: .second,
    invariances: [.scale, .rotation],
    formula: "p ← −g + β p, x ← x + ε p, β = (g − g′)ᵀ g / g′ᵀ g′",
    reference: "Polak and Ribière, RIRO 3 (1969) 35-43; Nocedal and Wright, Numerical "
      + "Optimization, 2nd ed., section 5.2, (5.44); powell-restart: Powell, Math. Program. 12 "
      + "(1977) 241-254",
    notes: [
      "By default β is Polak and Ribière's; pr+ is not clearly more robust: a negative β is "
        + "harmless here, where a direction that does not descend is not taken.",
      "With search=exact on a quadratic every formula gives the linear method (linear-cg): k "
        + "variables take at most k steps, up to rounding, and each asks for one gradient and one "
        + "Hessian product.",
      "The direction starts anew from −g wherever it is none of sufficient descent, pᵀg > −0.01 "
        + "gᵀg, or a search along it finds no lower point; with powell-restart also where |gᵀg′| ≥ "
        + "0.2 ‖g‖².",
      "The first trial of a search expects the decrease of the step before it (Nocedal and "
        + "Wright's 3.60).",
      "In scipy a negative β counts as 0, the search is another and knows the direction to come, "
        + "and the run ends where it finds nothing (preset=scipy).",
      ScipySearch.note,
      "Two formulas have a constant with a unit, as published, and with them iterates depend on "
        + "that of f: beta=dai-liao has the curvature t = 0.1, beta=hager-zhang the slope 0.01.",
      "With beta=hager-zhang β is at least −1 / (‖p‖ min(0.01, ‖g′‖)).",
    ])
  public static let aliases: [Alias<Self>] = [
    Alias("linear-cg", title: "Linear CG") { $0.lineSearch.search = ExactSearch() }
  ]
  public static let presets: [Preset<Self>] = [
    .scipy {
      $0.beta = .polakRibierePlus
      $0.lineSearch.search = ScipySearch()
      $0.lineSearch.constants.remainingSlope = 0.4
    },
    .named("cg-descent") {
      $0.beta = .hagerZhang
      $0.lineSearch.search = HagerZhangSearch()
      $0.lineSearch.constants.sufficientDecrease = 0.1
      $0.lineSearch.constants.remainingSlope = 0.9
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .choice("beta", \.beta, "formula that weighs the direction before"),
      .integer(
        "restart", \.restartPeriod, in: 0...(.max),
        "steps after which the direction starts anew; 0: only where it must"),
      .flag(
        "powell-restart", \.restartsByAngle,
        "start anew where successive gradients are far from orthogonal"),
    ] + lineSearchParameters

  /// Formula that weighs the direction before.
  public var beta = ConjugateGradientFormula.polakRibiere
  /// Steps after which the direction starts anew, ≥ 0; 0: only where it must.
  public var restartPeriod = 0
  /// Whether to start anew where successive gradients are far from orthogonal.
  public var restartsByAngle = false
  public var lineSearch = StepLengthRule(remainingSlope: 0.3, directions: .ofAnyLength)

  public init() {}

  public struct Method: Optimizer {
    private let settings: ConjugateGradients
    private var track: Track
    /// The direction of the latest step, and the steps since the direction was −g.
    private var latest: (direction: Vector, age: Int)?

    public init(_ settings: ConjugateGradients, dimension: Int) {
      self.settings = settings
      track = Track(dimension: dimension, searching: settings.lineSearch)
    }

    public var learningRate: Double { track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try track.arrive(at: x, querying: &oracle)
      if let latest, let direction = conjugateDirection() {
        let found = try settings.lineSearch.stepIfLower(
          along: line(along: direction), querying: &oracle)
        if let found {
          move(to: found, along: direction, age: latest.age + 1)
          x = found.sample.x
          return
        }
      }
      let direction = track.current.steepestDescent
      let found = try settings.lineSearch.step(
        along: line(along: direction), querying: &oracle)
      move(to: found, along: direction, age: 0)
      x = found.sample.x
    }

    /// The line, with a step wanted whose end has a next direction that descends enough.
    private func line(along direction: Vector) -> SearchLine {
      var line = track.line(along: direction, trial: track.trial(along: direction))
      let (beta, former) = (settings.beta, track.current.gradient)
      line.isAcceptable = { found in
        SufficientDescent.isMet(after: found, along: direction, from: former, beta: beta)
      }
      return line
    }

    private mutating func move(to found: LineStep, along direction: Vector, age: Int) {
      latest = (direction, age)
      track.move(to: found)
    }

    /// −g + β p; nil where the direction starts anew.
    private func conjugateDirection() -> Vector? {
      guard let latest, let old = track.previous else { return nil }
      if settings.restartPeriod > 0, latest.age + 1 >= settings.restartPeriod { return nil }
      let gradient = track.current.gradient
      let square = gradient.dot(gradient)
      if settings.restartsByAngle, abs(gradient.dot(old.gradient)) >= 0.2 * square { return nil }
      let direction = settings.beta.direction(
        gradient, former: old.gradient, along: latest.direction, stepLength: track.stepLength)
      return SufficientDescent.isMet(by: direction, gradient) ? direction : nil
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] {
      latest.map { [.direction($0.direction)] } ?? []
    }
  }
}
