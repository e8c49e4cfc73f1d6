import LinearAlgebra

/// Moré and Thuente's search for ε with f(θ + εp) ≤ f + c₁ ε gᵀp and |∇f(θ + εp)ᵀp| ≤ c₂ |gᵀp|, to
/// the letter of MINPACK-2's `dcsrch`.
///
/// Unlike `StrongWolfeSearch`, which is the same method made robust, it compares the values of f as
/// they are, keeps ε within given limits, and ends without a remedy where f is not finite. One
/// gradient a trial.
///
/// Reference: J. J. Moré and D. J. Thuente, ACM Trans. Math. Softw. 20 (1994) 286–307.
struct MinpackSearch {
  typealias Trial = LineProbe.Trial

  /// What a library asks of the search.
  struct Limits {
    /// The shortest and the longest step.
    var steps: ClosedRange<Double>
    /// A bracket that is narrower, relative to its upper end, is given up.
    var narrowest: Double
    var mostTrials: Int
  }

  private let constants: SearchConstants
  private let probe: LineProbe
  private let limits: Limits
  /// The lowest point (of the tilted function in the first stage), and the far end once a minimum
  /// is enclosed.
  private var best: LinePoint
  private var other: LinePoint?
  private var isFirstStage = true
  private var widths: (latest: Double, former: Double)
  /// Where the next trial may lie.
  private var (least, most) = (0.0, 0.0)
  /// The trial at `best`; nil while that is the start.
  private(set) var bestTrial: Trial?
  /// What the first trial found; nil before it.
  private(set) var opening: Trial?
  /// Whether the search ended for want of trials.
  private(set) var isOutOfTrials = false

  init(_ constants: SearchConstants, _ probe: LineProbe, limits: Limits) {
    self.constants = constants
    self.probe = probe
    self.limits = limits
    best = LinePoint(step: 0, change: 0, slope: probe.slope)
    let width = limits.steps.upperBound - limits.steps.lowerBound
    widths = (width, 2 * width)
  }

  /// The first trial that meets both conditions; nil where there is none.
  mutating func run<O: Oracle & ~Copyable>(
    firstTrial: Double, querying oracle: inout O
  ) throws(Halt) -> Trial? {
    guard limits.steps.contains(firstTrial) else { return nil }
    var step = firstTrial
    most = 5 * step
    for _ in 0..<limits.mostTrials {
      guard let trial = try probe.trial(step, querying: &oracle) else { return nil }
      if opening == nil { opening = trial }
      if isMet(by: trial) { return trial }
      let former = best.step
      guard !isAtLimit(trial), let next = next(after: trial) else { return nil }
      if best.step != former { bestTrial = trial }
      if isExhausted(next) { return nil }
      step = next
    }
    isOutOfTrials = true
    return nil
  }

  private var targetSlope: Double { constants.sufficientDecrease * probe.slope }

  private func isLowEnough(_ trial: Trial) -> Bool {
    trial.value <= probe.start.value + trial.step * targetSlope
  }

  private func isMet(by trial: Trial) -> Bool {
    trial.value == -.infinity
      || isLowEnough(trial) && abs(trial.slope) <= -constants.remainingSlope * probe.slope
  }

  /// Whether the trial is the longest and f still falls, or the shortest and f is too high.
  private func isAtLimit(_ trial: Trial) -> Bool {
    let isFalling = isLowEnough(trial) && trial.slope <= targetSlope
    let isRising = !isLowEnough(trial) || trial.slope >= targetSlope
    return trial.step == limits.steps.upperBound && isFalling
      || trial.step == limits.steps.lowerBound && isRising
  }

  /// Nil where the cubics give no number.
  private mutating func next(after trial: Trial) -> Double? {
    let isLowEnough = isLowEnough(trial)
    if isLowEnough, trial.slope >= 0 { isFirstStage = false }
    let point = LinePoint(
      step: trial.step, change: trial.value - probe.start.value, slope: trial.slope)
    let isTilted = isFirstStage && point.change <= best.change && !isLowEnough
    guard var step = narrow(with: point, tilt: isTilted ? targetSlope : 0), step.isFinite else {
      return nil
    }
    if let other {
      let width = abs(other.step - best.step)
      if width >= 0.66 * widths.former { step = best.step + (other.step - best.step) / 2 }
      widths = (width, widths.latest)
      (least, most) = (min(best.step, other.step), max(best.step, other.step))
    } else {
      let stride = step - best.step
      (least, most) = (step + 1.1 * stride, step + 4 * stride)
    }
    return min(max(step, limits.steps.lowerBound), limits.steps.upperBound)
  }

  /// Keeps a minimum enclosed, and proposes a step.
  private mutating func narrow(with trial: LinePoint, tilt: Double) -> Double? {
    guard least <= most else { return nil }
    let (low, tried) = (best.tilted(by: tilt), trial.tilted(by: tilt))
    let step = CubicStep.next(
      best: low, other: other?.tilted(by: tilt), trial: tried, range: least...most)
    if tried.change > low.change {
      other = trial
    } else {
      if tried.slope * low.slope < 0 { other = best }
      best = trial
    }
    return step
  }

  private func isExhausted(_ step: Double) -> Bool {
    other != nil
      && (step <= least || step >= most || most - least <= limits.narrowest * most)
  }
}
