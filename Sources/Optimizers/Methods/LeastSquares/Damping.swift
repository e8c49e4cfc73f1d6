import LinearAlgebra

/// λ from step to step, or the radius Δ that it follows from.
struct Damping: Sendable {
  /// How a trial went, all relative to f.
  struct Trial {
    let step: DampedStep
    /// 1 − f(θ + p)/f(θ); −1 where f became a hundredfold or more, or is not a number.
    let decrease: Double
    /// The same of the model ‖J p + r‖² + 2 λ‖D p‖².
    let promised: Double
    /// Half the slope of f along p.
    let slope: Double

    var gain: Double { promised > 0 && promised.isFinite ? decrease / promised : 0 }
    var isAccepted: Bool { gain >= 1e-4 }
    /// Whether nothing more can be gained that doubles can tell.
    var isNegligible: Bool { abs(decrease) <= .ulpOfOne && promised <= .ulpOfOne }
  }

  private let settings: LevenbergMarquardt
  private(set) var scale: Vector
  private var lambda: Double
  private var growth = 2.0
  private var radius = 0.0
  /// Whether no step was accepted yet.
  private var isFirst = true

  init(_ settings: LevenbergMarquardt, dimension: Int) {
    self.settings = settings
    scale = .zeros(dimension)
    lambda = 0
  }

  /// Learns the columns' norms at x.
  mutating func arrive(at x: Vector, columnNorms: Vector) {
    switch settings.scaling {
    case .none: scale = Vector(repeating: 1, count: x.count)
    case .current: scale = columnNorms.map { $0 == 0 ? 1 : $0 }
    case .largest where isFirst: scale = columnNorms.map { $0 == 0 ? 1 : $0 }
    case .largest: scale = zip(scale, columnNorms).map { max($0, $1) }
    }
    guard isFirst else { return }
    let length = zip(scale, x).map { $0 * $1 }.norm
    radius = length == 0 ? settings.factor : settings.factor * length
    switch settings.update {
    case .trustRegion: break
    case .marquardt: lambda = settings.initial
    case .nielsen:
      let largest = zip(columnNorms, scale).map { $0 / $1 }.max() ?? 1
      lambda = settings.initial * largest * largest
    }
  }

  /// The step to try.
  mutating func propose(_ problem: DampedProblem) -> DampedStep {
    guard settings.update == .trustRegion else { return problem.step(lambda: lambda) }
    let step = problem.step(within: radius, guess: lambda)
    lambda = step.lambda
    if isFirst { radius = min(radius, step.length) }
    return step
  }

  /// Whether steps have become too short to tell from x.
  func isExhausted(at x: Vector) -> Bool {
    settings.update == .trustRegion
      ? radius <= .ulpOfOne * zip(scale, x).map { $0 * $1 }.norm : !lambda.isFinite
  }

  mutating func learn(_ trial: Trial) {
    switch settings.update {
    case .trustRegion: adaptRadius(trial)
    case .marquardt:
      lambda *= trial.isAccepted ? 0.1 : 10
    case .nielsen where trial.isAccepted:
      let bend = 2 * trial.gain - 1
      lambda *= max(1 / 3, 1 - bend * bend * bend)
      growth = 2
    case .nielsen:
      lambda *= growth
      growth *= 2
    }
    if settings.update != .trustRegion { lambda = max(lambda, 1e-20) }
    if trial.isAccepted { isFirst = false }
  }

  /// The half-axes of ‖D p‖ ≤ Δ for the step to come, which may go a tenth further. D is that of
  /// the latest step, than which the next is no smaller; nil where it may be, and without a radius.
  var halfAxes: Vector? {
    guard settings.update == .trustRegion, settings.scaling != .current, !isFirst else {
      return nil
    }
    return scale.map { radius / $0 }
  }

  /// MINPACK's rule.
  private mutating func adaptRadius(_ trial: Trial) {
    if trial.gain <= 0.25 {
      let bend = trial.slope + 0.5 * trial.decrease
      let share = bend.isFinite ? max(0.1, 0.5 * trial.slope / bend) : 0.1
      shrink(by: trial.decrease == -1 ? 0.1 : trial.decrease >= 0 ? 0.5 : share, trial.step)
    } else if lambda == 0 || trial.gain >= 0.75 {
      radius = 2 * trial.step.length
      lambda *= 0.5
    }
  }

  private mutating func shrink(by factor: Double, _ step: DampedStep) {
    radius = factor * min(radius, 10 * step.length)
    lambda /= factor
  }
}
