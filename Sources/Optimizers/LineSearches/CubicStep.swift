/// A point on the line of a search: ε, φ(ε) − φ(0) and φ′(ε), for φ(ε) = f(θ + εp).
struct LinePoint: Hashable, Sendable {
  var step: Double
  var change: Double
  var slope: Double

  /// The same point of φ(ε) − m ε.
  func tilted(by m: Double) -> Self {
    Self(step: step, change: change - m * step, slope: slope - m)
  }
}

/// Where cubics and parabolas through two points of the line have their minimum.
///
/// Reference: J. J. Moré and D. J. Thuente, ACM Trans. Math. Softw. 20 (1994) 286–307, section 4.
enum CubicStep {
  /// The safeguarded next trial after `trial`, where `best` is the lowest point so far. `other` is
  /// the far end of the bracket, or nil before there is one. Trials lie in `range`.
  static func next(
    best: LinePoint, other: LinePoint?, trial: LinePoint, range: ClosedRange<Double>
  ) -> Double {
    if trial.change > best.change { return afterRise(best, trial) }
    if trial.slope * (best.slope < 0 ? -1 : 1) < 0 { return afterTurn(best, trial) }
    if abs(trial.slope) < abs(best.slope) {
      return afterFlattening(best, other, trial, range)
    }
    if let other { return cubic(from: trial, to: other) }
    return trial.step > best.step ? range.upperBound : range.lowerBound
  }

  /// Higher than the best: a minimum lies between. The cubic's step, or if the parabola's is nearer
  /// the best, halfway between them.
  private static func afterRise(_ best: LinePoint, _ trial: LinePoint) -> Double {
    let gap = trial.step - best.step
    let cubic = cubic(from: best, to: trial)
    let secant = (best.change - trial.change) / gap + best.slope
    let parabola = best.step + best.slope / secant / 2 * gap
    let isCubicNearer = abs(cubic - best.step) < abs(parabola - best.step)
    return isCubicNearer ? cubic : cubic + (parabola - cubic) / 2
  }

  /// Lower, and the slope changed sign: a minimum lies between. Whichever step is farther from the
  /// trial.
  private static func afterTurn(_ best: LinePoint, _ trial: LinePoint) -> Double {
    let cubic = cubic(from: trial, to: best)
    let secant = secant(trial, best)
    return abs(cubic - trial.step) > abs(secant - trial.step) ? cubic : secant
  }

  /// Lower, same sign, less steep: extrapolation, kept inside the bracket or the range.
  private static func afterFlattening(
    _ best: LinePoint, _ other: LinePoint?, _ trial: LinePoint, _ range: ClosedRange<Double>
  ) -> Double {
    let isForward = trial.step > best.step
    let cubic =
      extrapolation(best, trial) ?? (isForward ? range.upperBound : range.lowerBound)
    let secant = secant(trial, best)
    let isCubicNearer = abs(cubic - trial.step) < abs(secant - trial.step)
    guard let other else {
      let farther = isCubicNearer ? secant : cubic
      return min(max(farther, range.lowerBound), range.upperBound)
    }
    let nearer = isCubicNearer ? cubic : secant
    let limit = trial.step + 0.66 * (other.step - trial.step)
    return isForward ? min(limit, nearer) : max(limit, nearer)
  }

  /// The zero of the line through the slopes of a and b.
  private static func secant(_ a: LinePoint, _ b: LinePoint) -> Double {
    a.step + a.slope / (a.slope - b.slope) * (b.step - a.step)
  }

  /// The minimum of the cubic with the values and slopes of a and b, computed from a.
  private static func cubic(from a: LinePoint, to b: LinePoint) -> Double {
    let (theta, root) = discriminant(a, b)
    let gamma = b.step < a.step ? -root : root
    let ratio = ((gamma - a.slope) + theta) / (((gamma - a.slope) + gamma) + b.slope)
    return a.step + ratio * (b.step - a.step)
  }

  /// The minimum of the same cubic beyond the trial; nil where it has none there.
  private static func extrapolation(_ best: LinePoint, _ trial: LinePoint) -> Double? {
    let (theta, root) = discriminant(best, trial)
    let gamma = trial.step > best.step ? -root : root
    let ratio =
      ((gamma - trial.slope) + theta) / ((gamma + (best.slope - trial.slope)) + gamma)
    guard ratio < 0, gamma != 0 else { return nil }
    return trial.step + ratio * (best.step - trial.step)
  }

  /// θ and γ ≥ 0 of the cubic, scaled against overflow.
  private static func discriminant(
    _ a: LinePoint, _ b: LinePoint
  ) -> (theta: Double, root: Double) {
    let theta = 3 * (a.change - b.change) / (b.step - a.step) + a.slope + b.slope
    let scale = max(abs(theta), abs(a.slope), abs(b.slope))
    guard scale > 0 else { return (theta, 0) }
    let square = (theta / scale) * (theta / scale) - (a.slope / scale) * (b.slope / scale)
    return (theta, scale * max(0, square).squareRoot())
  }
}
