/// The interval of uncertainty of a strong Wolfe search, and the choice of the next trial.
///
/// Reference: J. J. Moré and D. J. Thuente, ACM Trans. Math. Softw. 20 (1994) 286–307; the
/// constants are those of MINPACK-2's `dcsrch`. A deviation: a trial where f or ∇f is not finite
/// bounds the search from above, and the next one is ten times nearer the best point.
struct Bracket: Sendable {
  /// The lowest point so far (of the tilted function in the first stage).
  private(set) var best: LinePoint
  /// The far end, once a minimum is enclosed.
  private var other: LinePoint?
  /// c₁ φ′(0), the slope of the line that φ must stay below.
  private let targetSlope: Double
  private var isFirstStage = true
  private var widths = (latest: Double.infinity, former: Double.infinity)
  private var range: ClosedRange<Double>
  private var ceiling = Double.infinity

  /// A narrower bracket, relative to its upper end, is a point.
  private static let narrowest = 1e-14

  init(slope: Double, sufficientDecrease: Double, firstTrial: Double) {
    best = LinePoint(step: 0, change: 0, slope: slope)
    targetSlope = sufficientDecrease * slope
    range = 0...(5 * firstTrial)
  }

  /// The trial after one at `step` where f is not finite; nil where rounding leaves none.
  mutating func retreat(from step: Double) -> Double? {
    if step > best.step { ceiling = min(ceiling, step) }
    let next = best.step + 0.1 * (step - best.step)
    return next == best.step || next == step ? nil : next
  }

  /// The trial after one at `step` that rounding did not tell from the start, as where the far end
  /// is so high that the cubic has its minimum at the start: a tenth of the way to that end. Nil
  /// where there is none, it is no farther, or its change of f is no larger than `resolution`.
  func leave(_ step: Double, above resolution: Double) -> Double? {
    guard let other, other.change > resolution else { return nil }
    let next = best.step + 0.1 * (other.step - best.step)
    return abs(next) > abs(step) ? next : nil
  }

  /// The trial after `trial`; nil where rounding leaves none.
  mutating func next(after trial: LinePoint) -> Double? {
    let isBelow = trial.change <= targetSlope * trial.step
    if isBelow, trial.slope >= 0 { isFirstStage = false }
    var step: Double
    if isFirstStage, trial.change <= best.change, !isBelow {
      step = proposal(after: trial, tilt: targetSlope)
      update(with: trial, tilt: targetSlope)
    } else {
      step = proposal(after: trial, tilt: 0)
      update(with: trial, tilt: 0)
    }
    if let other {
      step = bisectIfSlow(step, towards: other)
      range = min(best.step, other.step)...max(best.step, other.step)
      if !isInside(step), let parabola = parabola(to: other) { step = parabola }
      return isExhausted(step) ? nil : step
    }
    if step >= ceiling { step = best.step + (ceiling - best.step) / 2 }
    guard step > best.step, step.isFinite else { return nil }
    let stride = step - best.step
    range = (step + 1.1 * stride)...(step + 4 * stride)
    return step
  }

  private func proposal(after trial: LinePoint, tilt: Double) -> Double {
    CubicStep.next(
      best: best.tilted(by: tilt), other: other?.tilted(by: tilt), trial: trial.tilted(by: tilt),
      range: range)
  }

  /// Keeps a minimum enclosed.
  private mutating func update(with trial: LinePoint, tilt: Double) {
    if trial.tilted(by: tilt).change > best.tilted(by: tilt).change {
      other = trial
      return
    }
    let turned = (trial.slope - tilt) * (best.slope - tilt) < 0
    if turned { other = best }
    best = trial
  }

  /// Halves a bracket that two trials did not narrow by a third, or whose cubic overflowed.
  private mutating func bisectIfSlow(_ step: Double, towards other: LinePoint) -> Double {
    let width = abs(other.step - best.step)
    let isSlow = width >= 0.66 * widths.former || !step.isFinite
    widths = (width, widths.latest)
    return isSlow ? best.step + (other.step - best.step) / 2 : step
  }

  /// The minimum of the parabola with the slope of the best point and both values; nil where it has
  /// none. Where the far end is higher by many orders of magnitude, all digits of the cubic's step
  /// cancel, but none of this one.
  private func parabola(to other: LinePoint) -> Double? {
    let gap = other.step - best.step
    let bend = (other.change - best.change) / gap - best.slope
    let step = best.step - best.slope / bend / 2 * gap
    return isInside(step) ? step : nil
  }

  private func isInside(_ step: Double) -> Bool {
    step > range.lowerBound && step < range.upperBound
  }

  private func isExhausted(_ step: Double) -> Bool {
    !isInside(step)
      || range.upperBound - range.lowerBound <= Self.narrowest * range.upperBound
  }
}
