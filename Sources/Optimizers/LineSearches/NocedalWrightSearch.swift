import LinearAlgebra
import Specifications

/// A search for the strong Wolfe conditions by doubling until an ε that meets them is enclosed, and
/// from then on by cubics through three values and one slope, as in scipy's `line_search`.
///
/// A cubic's step nearer than a fifth of the width to an end of the interval gives way to the
/// parabola's, and one nearer than a tenth to the middle. Where the trials run out, the lowest of
/// them is taken if it lies below the start. Deviations: scipy gives up there; a trial where f or
/// ∇f is not finite is too high, and one with f = −∞ is taken.
public struct NocedalWrightSearch: WolfeSearch {
  public static let name = "nocedal-wright"
  public static let title = "scipy's line_search"
  public static let formula = WolfeConditions.strong
  public static let reference =
    "Nocedal and Wright, Numerical Optimization, 2nd ed., algorithms 3.5 and 3.6"
  public static let parameters: [Parameter<Self>] = wolfeParameters

  /// c₁; nil where it is the method's.
  public var sufficientDecrease: Double?
  /// c₂; nil where it is the method's.
  public var remainingSlope: Double?

  public init() {}

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    var run = NocedalWrightRun(line.constants, try line.probe())
    return try run.step(firstTrial: line.firstTrial, querying: &oracle)
  }
}

/// One search, with the trials that it remembers.
struct NocedalWrightRun {
  private typealias Trial = LineProbe.Trial

  private let constants: SearchConstants
  private let probe: LineProbe
  private var lowest: Trial?
  private var accepted: Trial?

  /// How many trials the two algorithms may make.
  struct Limits {
    var doublings = 30
    var narrowings = 30

    /// Those of scipy's methods.
    static let scipy = Limits(doublings: 10, narrowings: 11)
  }

  private let limits: Limits
  /// What a step must fulfil beside the Wolfe conditions.
  private let isAcceptable: (LineProbe.Trial) -> Bool
  /// The trial after the last doubling.
  private var farthest: Trial?
  /// A trial that was made before the search.
  private var known: Trial?

  init(
    _ constants: SearchConstants, _ probe: LineProbe, limits: Limits = Limits(),
    isAcceptable: @escaping (LineProbe.Trial) -> Bool = { _ in true }
  ) {
    self.constants = constants
    self.probe = probe
    self.limits = limits
    self.isAcceptable = isAcceptable
  }

  mutating func step<O: Oracle & ~Copyable>(
    firstTrial: Double, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    try widen(from: firstTrial, querying: &oracle)
    guard let found = accepted ?? lowest else { throw LineProbe.noLowerPoint }
    return found.accepted
  }

  /// The step that meets the conditions, or the one after the last doubling, which f still falls
  /// to; nil where there is neither. What is `known` of a trial is not asked again.
  mutating func met<O: Oracle & ~Copyable>(
    firstTrial: Double, known: LineProbe.Trial?, querying oracle: inout O
  ) throws(Halt) -> LineStep? {
    self.known = known
    try widen(from: firstTrial, querying: &oracle)
    return (accepted ?? farthest)?.accepted
  }

  /// Algorithm 3.5.
  private mutating func widen<O: Oracle & ~Copyable>(
    from firstTrial: Double, querying oracle: inout O
  ) throws(Halt) {
    var former = probe.origin
    var step = firstTrial
    for count in 0..<limits.doublings {
      guard let trial = try trial(step, querying: &oracle) else { return }
      if isTooHigh(trial) || (count > 0 && trial.value >= former.value) {
        return try narrow(former, trial, querying: &oracle)
      }
      if isFlatEnough(trial) {
        accepted = trial
        return
      }
      if trial.slope >= 0 { return try narrow(trial, former, querying: &oracle) }
      former = trial
      step *= 2
    }
    farthest = try trial(step, querying: &oracle)
  }

  /// Algorithm 3.6, between the lower end and the other.
  private mutating func narrow<O: Oracle & ~Copyable>(
    _ low: Trial, _ high: Trial, querying oracle: inout O
  ) throws(Halt) {
    var (low, high) = (low, high)
    var third: Trial?
    var narrowingsLeft = limits.narrowings
    while narrowingsLeft > 0 {
      let step = Self.proposal(low, high, third)
      guard step != low.step, step != high.step,
        let trial = try trial(step, querying: &oracle)
      else { return }
      if trial.value != .infinity { narrowingsLeft -= 1 }
      if isTooHigh(trial) || trial.value >= low.value {
        (third, high) = (high, trial)
        continue
      }
      if isFlatEnough(trial) {
        accepted = trial
        return
      }
      if trial.slope * (high.step - low.step) >= 0 {
        (third, high) = (high, low)
      } else {
        third = low
      }
      low = trial
    }
  }

  private mutating func trial<O: Oracle & ~Copyable>(
    _ step: Double, querying oracle: inout O
  ) throws(Halt) -> Trial? {
    guard step > 0, step.isFinite else { return nil }
    var made = known?.step == step ? known : nil
    if made == nil { made = try probe.trial(step, querying: &oracle) }
    guard let trial = made else { return nil }
    if trial.value < lowest?.value ?? probe.start.value { lowest = trial }
    return trial
  }

  private func isTooHigh(_ trial: Trial) -> Bool {
    !(trial.value
      <= probe.start.value + constants.sufficientDecrease * trial.step * probe.slope)
  }

  private func isFlatEnough(_ trial: Trial) -> Bool {
    trial.value == -.infinity
      || abs(trial.slope) <= -constants.remainingSlope * probe.slope && isAcceptable(trial)
  }

  /// The margins have the sign of the width, as scipy's.
  private static func proposal(_ low: Trial, _ high: Trial, _ third: Trial?) -> Double {
    let width = high.step - low.step
    // Far beyond the edge of the domain halving is slow.
    if high.value == .infinity { return low.step + 0.1 * width }
    let (least, most) = (min(low.step, high.step), max(low.step, high.step))
    let isInside = { (step: Double, share: Double) in
      step <= most - share * width && step >= least + share * width
    }
    if let third {
      let step = cubic(low, high, third)
      if isInside(step, 0.2) { return step }
    }
    let step = parabola(low, high)
    return isInside(step, 0.1) ? step : low.step + 0.5 * width
  }

  /// The minimum of the parabola with the value and slope of `low` and the value of `high`; not
  /// finite where there is none.
  private static func parabola(_ low: Trial, _ high: Trial) -> Double {
    let width = high.step - low.step
    let curvature = (high.value - low.value - low.slope * width) / (width * width)
    return low.step - low.slope / (2 * curvature)
  }

  /// The minimum of the cubic with the value and slope of `a` and the values of b and c; not finite
  /// where there is none.
  private static func cubic(_ a: Trial, _ b: Trial, _ c: Trial) -> Double {
    let (db, dc) = (b.step - a.step, c.step - a.step)
    let denominator = (db * dc) * (db * dc) * (db - dc)
    let (rb, rc) = (b.value - a.value - a.slope * db, c.value - a.value - a.slope * dc)
    let cube = (dc * dc * rb - db * db * rc) / denominator
    let square = (-dc * dc * dc * rb + db * db * db * rc) / denominator
    let root = (square * square - 3 * cube * a.slope).squareRoot()
    return a.step + (-square + root) / (3 * cube)
  }
}
