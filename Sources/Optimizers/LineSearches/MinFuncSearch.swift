import LinearAlgebra
import Specifications

/// A search for the strong Wolfe conditions by cubics, as in torch.
///
/// Trials grow along cubics, up to tenfold, until two of them enclose an ε that meets both; the
/// cubic through both ends then proposes the next one, and is kept a tenth of the width from the
/// ends where it came close to one twice or left the bracket. The lower end is taken where the
/// trials run out or the bracket is a point, if it is lower than the start. A trial where f or ∇f
/// is not finite counts as higher than all others, and the next one is ten times nearer the lower
/// end; it does not count as a trial. One with f = −∞ is taken at once. Both are deviations: torch
/// goes on with NaN.
public struct MinFuncSearch: WolfeSearch {
  public static let name = "minfunc"
  public static let title = "minFunc and torch"
  public static let formula = WolfeConditions.strong
  public static let reference =
    "Schmidt, minFunc, 2005; strong_wolfe of torch's LBFGS; bracketing: Nocedal and Wright, "
    + "Numerical Optimization, 2nd ed., algorithms 3.5 and 3.6"
  public static let parameters: [Parameter<Self>] = wolfeParameters

  /// c₁; nil where it is the method's.
  public var sufficientDecrease: Double?
  /// c₂; nil where it is the method's.
  public var remainingSlope: Double?

  public init() {}

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    try MinFuncRun(line).step(firstTrial: line.firstTrial, querying: &oracle)
  }
}

/// One search.
private struct MinFuncRun {
  private let constants: SearchConstants
  private let start: Trial
  private let direction: Vector
  private let mostTrials: Int
  private let directionSize: Double

  /// Trials after the first.
  private static let mostTrials = 25
  /// A bracket that moves no component farther is a point.
  private static let narrowest = 1e-9

  private struct Trial {
    let step: Double
    let sample: Sample
    let value: Double
    let slope: Double
  }

  init(_ line: SearchLine) {
    constants = line.constants
    start = Trial(
      step: 0, sample: line.start, value: line.start.value,
      slope: line.start.gradient.dot(line.direction))
    direction = line.direction
    mostTrials = line.mostTrials ?? Self.mostTrials
    directionSize = direction.largestMagnitude
  }

  func step<O: Oracle & ~Copyable>(
    firstTrial: Double, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    guard start.sample.isFinite else { throw LineProbe.notFinite }
    guard start.slope < 0, firstTrial > 0 else { throw LineProbe.noLowerPoint }
    let trial = try accepted(firstTrial: firstTrial, querying: &oracle)
    guard trial.step > 0 else { throw LineProbe.noLowerPoint }
    return LineStep(length: trial.step, sample: trial.sample)
  }

  /// Widens until a minimum is enclosed.
  private func accepted<O: Oracle & ~Copyable>(
    firstTrial: Double, querying oracle: inout O
  ) throws(Halt) -> Trial {
    var former = start
    var trial = try evaluate(firstTrial, querying: &oracle)
    for count in 0..<max(0, mostTrials) {
      if isTooHigh(trial) || (count > 1 && trial.value >= former.value) {
        return try narrowed(former, trial, after: count, querying: &oracle)
      }
      if isFlatEnough(trial) { return trial }
      if trial.slope >= 0 {
        return try narrowed(former, trial, after: count, querying: &oracle)
      }
      let least = trial.step + 0.01 * (trial.step - former.step)
      let next = Self.cubicStep(former, trial, between: least, 10 * trial.step)
      former = trial
      trial = try evaluate(next, querying: &oracle)
    }
    return start.value <= trial.value ? start : trial
  }

  /// Narrows the bracket with the ends a and b after `count` trials; its lower end where none is
  /// accepted.
  private func narrowed<O: Oracle & ~Copyable>(
    _ a: Trial, _ b: Trial, after count: Int, querying oracle: inout O
  ) throws(Halt) -> Trial {
    var ends = [a, b]
    var low = a.value <= b.value ? 0 : 1
    var wasNearEnd = false
    var trialsLeft = mostTrials - count
    while trialsLeft > 0 {
      let width = abs(ends[1].step - ends[0].step)
      if width * directionSize < Self.narrowest { break }
      let step = proposal(ends[0], ends[1], wasNearEnd: &wasNearEnd)
      let trial = try evaluate(step, querying: &oracle)
      if trial.value != .infinity { trialsLeft -= 1 }
      if isTooHigh(trial) || trial.value >= ends[low].value {
        ends[1 - low] = trial
        low = ends[0].value <= ends[1].value ? 0 : 1
        continue
      }
      if isFlatEnough(trial) { return trial }
      if trial.slope * (ends[1 - low].step - ends[low].step) >= 0 { ends[1 - low] = ends[low] }
      ends[low] = trial
    }
    return ends[low]
  }

  /// The cubic's step, kept away from the ends.
  private func proposal(_ a: Trial, _ b: Trial, wasNearEnd: inout Bool) -> Double {
    let (least, most) = (min(a.step, b.step), max(a.step, b.step))
    if max(a.value, b.value) == .infinity {
      let (near, far) = a.value <= b.value ? (a.step, b.step) : (b.step, a.step)
      return near + 0.1 * (far - near)
    }
    let step = Self.cubicStep(a, b, between: least, most)
    let margin = 0.1 * (most - least)
    guard min(most - step, step - least) < margin else {
      wasNearEnd = false
      return step
    }
    guard wasNearEnd || step >= most || step <= least else {
      wasNearEnd = true
      return step
    }
    wasNearEnd = false
    return abs(step - most) < abs(step - least) ? most - margin : least + margin
  }

  private func evaluate<O: Oracle & ~Copyable>(
    _ step: Double, querying oracle: inout O
  ) throws(Halt) -> Trial {
    var sample = start.sample.moved(step, along: direction)
    try sample.evaluate(querying: &oracle)
    let slope = sample.gradient.dot(direction)
    let isUsable = (sample.isFinite && slope.isFinite) || sample.value == -.infinity
    return Trial(
      step: step, sample: sample, value: isUsable ? sample.value : .infinity, slope: slope)
  }

  private func isTooHigh(_ trial: Trial) -> Bool {
    trial.value > start.value + constants.sufficientDecrease * trial.step * start.slope
  }

  private func isFlatEnough(_ trial: Trial) -> Bool {
    trial.value == -.infinity || abs(trial.slope) <= -constants.remainingSlope * start.slope
  }

  /// The minimum of the cubic with the values and slopes of a and b, moved into the bounds; halfway
  /// between them where it has none.
  private static func cubicStep(
    _ a: Trial, _ b: Trial, between least: Double, _ most: Double
  ) -> Double {
    let (left, right) = a.step <= b.step ? (a, b) : (b, a)
    let width = right.step - left.step
    let d1 = left.slope + right.slope - 3 * (left.value - right.value) / -width
    let d2 = (d1 * d1 - left.slope * right.slope).squareRoot()
    let step =
      right.step - width * ((right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2))
    return step.isFinite ? min(max(step, least), most) : least + (most - least) / 2
  }
}
