import LinearAlgebra
import Specifications

/// A search for Wolfe's conditions or, where f(x + εp) lies within rounding of f, approximate ones
/// that read slopes alone.
///
/// The approximate conditions are met where differences of f have long drowned in rounding. With
/// φ(ε) = f(x + εp) the bracket [a, b] has φ′(a) < 0 ≤ φ′(b) and φ(a) ≤ φ(0) + ω with ω = 10⁻⁶
/// |φ(0)|; it shrinks by the double secant step, and by bisection where that does not take a third
/// off it. Where the trials run out, the lowest of them is taken if it lies below the start. c₁ <
/// 1/2 is meant.
///
/// With `quad-step` the one gradient more is asked for at a tenth of the first trial, and the
/// secant through the slopes there and at the start proposes the first trial (their QuadStep reads
/// values); for directions without a natural length, as those of conjugate gradients. Two
/// deviations: a trial where f or ∇f is not finite counts as too high, and one with f = −∞ is
/// taken.
///
/// It keeps to conditions T1 and T2 and steps L0 to L3, B0 to B3, U0 to U3 and S1 to S4 of the
/// references.
public struct HagerZhangSearch: WolfeSearch {
  public static let name = "hager-zhang"
  public static let title = "Hager and Zhang's CG_DESCENT"
  public static let formula =
    WolfeConditions.weak + ", or (2 c₁ − 1) gᵀ p ≥ g(x + ε p)ᵀ p ≥ c₂ gᵀ p within rounding"
  public static let reference =
    "Hager and Zhang, SIAM J. Optim. 16 (2005) 170-192, section 4, and ACM Trans. Math. Softw. 32 "
    + "(2006) 113-137"
  public static let parameters: [Parameter<Self>] =
    wolfeParameters + [
      .inherited(\.interpolatesFirstTrial, true) {
        .flag("quad-step", $0, "one gradient more for the choice of the first trial")
      }
    ]

  /// c₁; nil where it is the method's.
  public var sufficientDecrease: Double?
  /// c₂; nil where it is the method's.
  public var remainingSlope: Double?
  /// Whether a gradient is spent on the choice of the first trial; nil where the method says.
  public var interpolatesFirstTrial: Bool?

  public init() {}

  public func constants(of method: SearchConstants) -> SearchConstants {
    var constants = withWolfeConstants(method)
    constants.interpolatesFirstTrial = interpolatesFirstTrial ?? method.interpolatesFirstTrial
    return constants
  }

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    var run = HagerZhangRun(line.constants, try line.probe())
    return try run.step(firstTrial: line.firstTrial, querying: &oracle)
  }
}

/// One search, with its lowest trial so far.
private struct HagerZhangRun {
  private typealias Trial = LineProbe.Trial

  private let constants: SearchConstants
  private let probe: LineProbe
  private var lowest: Trial?
  private var trialsLeft = 60
  /// A trial that is to be returned, found in the midst of narrowing.
  private var accepted: Trial?

  /// ω / |φ(0)|, ψ₁, θ, γ and ρ of the paper.
  private static let tolerance = 1e-6
  private static let firstShare = 0.1
  private static let split = 0.5
  private static let shrinkage = 0.66
  private static let expansion = 5.0

  init(_ constants: SearchConstants, _ probe: LineProbe) {
    self.constants = constants
    self.probe = probe
  }

  mutating func step<O: Oracle & ~Copyable>(
    firstTrial: Double, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    var first = firstTrial
    if constants.interpolatesFirstTrial {
      first = try interpolated(firstTrial, querying: &oracle)
    }
    var bracket = try enclosure(firstTrial: first, querying: &oracle)
    while accepted == nil, let (a, b) = bracket {
      bracket = try narrowed(a, b, querying: &oracle)
    }
    guard let found = accepted ?? lowest else { throw LineProbe.noLowerPoint }
    return found.accepted
  }

  /// The first trial by the secant of two slopes; `step` where they do not rise.
  private mutating func interpolated<O: Oracle & ~Copyable>(
    _ step: Double, querying oracle: inout O
  ) throws(Halt) -> Double {
    let near = Self.firstShare * step
    guard let trial = try probe.trial(near, querying: &oracle) else { return step }
    if trial.value < probe.start.value { lowest = trial }
    guard trial.value.isFinite else { return near }
    let secant = Self.secant(start, trial)
    guard trial.slope > probe.slope, secant.isFinite else { return step }
    // Where the slope grew by orders of magnitude, the secant goes nowhere.
    return probe.isVisible(secant) ? secant : near
  }

  private var start: Trial { probe.origin }

  /// φ(0) + ω.
  private var roof: Double { probe.start.value + Self.tolerance * abs(probe.start.value) }

  /// The trial at ε; nil once it is to be returned, or where there are no more.
  private mutating func trial<O: Oracle & ~Copyable>(
    _ step: Double, querying oracle: inout O
  ) throws(Halt) -> Trial? {
    guard trialsLeft > 0, step > 0, step.isFinite else { return nil }
    guard let trial = try probe.trial(step, querying: &oracle) else { return nil }
    if trial.value != .infinity { trialsLeft -= 1 }
    if trial.value < lowest?.value ?? probe.start.value { lowest = trial }
    if isAccepted(trial) {
      accepted = trial
      return nil
    }
    return trial
  }

  private func isAccepted(_ trial: Trial) -> Bool {
    if trial.value == -.infinity { return true }
    let c1 = constants.sufficientDecrease
    guard trial.slope >= constants.remainingSlope * probe.slope else { return false }
    if trial.value <= probe.start.value + c1 * trial.step * probe.slope { return true }
    return trial.value <= roof && trial.slope <= (2 * c1 - 1) * probe.slope
  }

  /// B0 to B3.
  private mutating func enclosure<O: Oracle & ~Copyable>(
    firstTrial: Double, querying oracle: inout O
  ) throws(Halt) -> (Trial, Trial)? {
    var a = start
    var step = firstTrial
    while let trial = try trial(step, querying: &oracle) {
      if trial.value > roof { return try bisected(a, trial, querying: &oracle) }
      if trial.slope >= 0 { return (a, trial) }
      a = trial
      step *= Self.expansion
    }
    return nil
  }

  /// U3: [a, b] where φ(b) is too high.
  private mutating func bisected<O: Oracle & ~Copyable>(
    _ a: Trial, _ b: Trial, querying oracle: inout O
  ) throws(Halt) -> (Trial, Trial)? {
    var (a, b) = (a, b)
    let isInfinite = { (trial: Trial) in trial.value == .infinity }
    while true {
      // Far beyond the edge of the domain halving is slow.
      let share = isInfinite(b) ? 0.1 : Self.split
      guard
        let trial = try trial(a.step + share * (b.step - a.step), querying: &oracle),
        trial.step > a.step, trial.step < b.step
      else { return nil }
      if trial.value > roof {
        b = trial
      } else if trial.slope >= 0 {
        return (a, trial)
      } else {
        a = trial
      }
    }
  }

  /// L1 to L3: the double secant step, then bisection if [a, b] is still wide.
  private mutating func narrowed<O: Oracle & ~Copyable>(
    _ a: Trial, _ b: Trial, querying oracle: inout O
  ) throws(Halt) -> (Trial, Trial)? {
    guard let (c, d) = try doubleSecant(a, b, querying: &oracle) else { return nil }
    guard d.step - c.step > Self.shrinkage * (b.step - a.step) else { return (c, d) }
    let middle = c.step + (d.step - c.step) / 2
    guard middle > c.step, middle < d.step, probe.isVisible(middle) else { return nil }
    return try updated(c, d, at: middle, querying: &oracle)
  }

  /// S1 to S4.
  private mutating func doubleSecant<O: Oracle & ~Copyable>(
    _ a: Trial, _ b: Trial, querying oracle: inout O
  ) throws(Halt) -> (Trial, Trial)? {
    let c = Self.secant(a, b)
    guard let (low, high) = try updated(a, b, at: c, querying: &oracle) else { return nil }
    let second: Double
    if c == high.step {
      second = Self.secant(b, high)
    } else if c == low.step {
      second = Self.secant(a, low)
    } else {
      return (low, high)
    }
    return try updated(low, high, at: second, querying: &oracle)
  }

  /// U0 to U3.
  private mutating func updated<O: Oracle & ~Copyable>(
    _ a: Trial, _ b: Trial, at step: Double, querying oracle: inout O
  ) throws(Halt) -> (Trial, Trial)? {
    guard step > a.step, step < b.step, probe.isVisible(step) else { return (a, b) }
    guard let trial = try trial(step, querying: &oracle) else { return nil }
    if trial.value > roof { return try bisected(a, trial, querying: &oracle) }
    return trial.slope >= 0 ? (a, trial) : (trial, b)
  }

  private static func secant(_ a: Trial, _ b: Trial) -> Double {
    (a.step * b.slope - b.step * a.slope) / (b.slope - a.slope)
  }
}
