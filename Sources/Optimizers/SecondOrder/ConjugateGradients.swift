import LinearAlgebra
import Specifications

/// Nonlinear conjugate gradients: p ← −g + β p, θ ← θ + ε p, with Polak and Ribière's
/// β = (g_t − g_{t−1})ᵀ g_t / g_{t−1}ᵀ g_{t−1}.
///
/// `pr+` takes max(0, β). With `search=exact` on a quadratic this is the linear method: k variables
/// take at most k steps, up to rounding. The direction starts anew from −g every `restart` steps, and
/// whenever p is no direction of sufficient descent, pᵀg > −0.01 gᵀg, or a search along it finds no
/// lower point.
///
/// References: E. Polak and G. Ribière, RIRO 3 (1969) 35–43; Nocedal and Wright, Numerical
/// Optimization, 2nd ed., section 5.2. The first trial of a search expects the decrease of the step
/// before it (their 3.60).
public struct ConjugateGradients: LineSearchSettings {
  public enum Beta: String, CaseIterable, Sendable {
    case polakRibiere = "pr"
    case polakRibierePlus = "pr+"
  }

  public static let card = OptimizerCard(
    name: "cg", title: "Conjugate gradients", order: .second,
    formula: "p <- -g + beta p, x <- x + eps p, beta = (g - g')^T g / g'^T g'",
    reference: "Polak and Ribiere, RIRO 3 (1969) 35-43")
  public static let parameters: [Parameter<Self>] =
    [
      .choice("beta", \.beta, "Polak-Ribière, plain or never negative"),
      .integer(
        "restart", \.restartPeriod, in: 0...(.max),
        "steps after which the direction starts anew; 0: only where it must"),
    ] + lineSearchParameters

  public var beta = Beta.polakRibiere
  public var restartPeriod = 0
  public var lineSearch = LineSearch(remainingSlope: 0.3)

  public init() {}

  public struct Method: Optimizer {
    private let settings: ConjugateGradients
    private var track: Track
    /// The direction of the latest step, and the steps since the direction was −g.
    private var latest: (direction: Vector, age: Int)?

    public init(_ settings: ConjugateGradients, dimension: Int) {
      self.settings = settings
      track = Track(dimension: dimension)
    }

    public var learningRate: Double { track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try track.arrive(at: x, querying: &oracle)
      if let latest, let direction = conjugateDirection() {
        let found = try settings.lineSearch.stepIfLower(
          from: track.current, along: direction, trial: trial(along: direction),
          stepCount: track.stepCount, querying: &oracle)
        if let found {
          move(to: found, along: direction, age: latest.age + 1)
          x = found.sample.x
          return
        }
      }
      let direction = track.current.steepestDescent
      let found = try settings.lineSearch.step(
        from: track.current, along: direction, trial: trial(along: direction),
        stepCount: track.stepCount, querying: &oracle)
      move(to: found, along: direction, age: 0)
      x = found.sample.x
    }

    private mutating func move(to found: LineSearch.Step, along direction: Vector, age: Int) {
      latest = (direction, age)
      track.move(to: found)
    }

    /// −g + β p; nil where the direction starts anew.
    private func conjugateDirection() -> Vector? {
      guard let latest, let old = track.previous else { return nil }
      if settings.restartPeriod > 0, latest.age + 1 >= settings.restartPeriod { return nil }
      let gradient = track.current.gradient
      let square = gradient.dot(gradient)
      var beta = (square - gradient.dot(old.gradient)) / old.gradient.dot(old.gradient)
      if settings.beta == .polakRibierePlus { beta = max(0, beta) }
      var direction = track.current.steepestDescent
      direction.add(beta, latest.direction)
      return direction.dot(gradient) <= -0.01 * square ? direction : nil
    }

    /// ε such that the slope promises twice the decrease of the latest step.
    private func trial(along direction: Vector) -> Double {
      guard let old = track.previous else { return track.current.cautiousTrial }
      let decrease = old.value - track.current.value
      let trial = 2.02 * decrease / -track.current.gradient.dot(direction)
      return trial > 0 && trial.isFinite ? trial : track.current.cautiousTrial
    }
  }
}
