import LinearAlgebra
import Specifications

/// A search for the weak Wolfe conditions by doubling until an ε that meets them is enclosed, and
/// by bisection from then on.
///
/// It asks nothing of f but that it is bounded below along p, and ends also where f has kinks.
/// Where the trials run out, the lowest of them is taken if it lies below the start. A trial where
/// f or ∇f is not finite is too high; one with f = −∞ is taken.
public struct WeakWolfeSearch: WolfeSearch {
  public static let name = "weak-wolfe"
  public static let title = "Lewis and Overton"
  public static let formula = WolfeConditions.weak
  public static let reference =
    "Lewis and Overton, Math. Program. 141 (2013) 135-163, algorithm 2.6; Nocedal and Wright, "
    + "Numerical Optimization, 2nd ed., (3.6)"
  public static let parameters: [Parameter<Self>] = wolfeParameters

  /// c₁; nil where it is the method's.
  public var sufficientDecrease: Double?
  /// c₂; nil where it is the method's.
  public var remainingSlope: Double?

  private static let mostTrials = 100

  public init() {}

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    let (probe, constants) = (try line.probe(), line.constants)
    var (least, most) = (0.0, Double.infinity)
    var step = line.firstTrial
    var lowest: LineProbe.Trial?
    var trialsLeft = Self.mostTrials
    while trialsLeft > 0 {
      guard step > least, step < most, let trial = try probe.trial(step, querying: &oracle) else {
        break
      }
      if trial.value != .infinity { trialsLeft -= 1 }
      if trial.value < lowest?.value ?? probe.start.value { lowest = trial }
      if !(trial.value <= probe.start.value + constants.sufficientDecrease * step * probe.slope) {
        most = step
      } else if trial.slope < constants.remainingSlope * probe.slope, trial.value.isFinite {
        least = step
      } else {
        return trial.accepted
      }
      // Far beyond the edge of the domain halving is slow.
      let share = trial.value == .infinity ? 0.1 : 0.5
      step = most.isFinite ? least + share * (most - least) : 2 * step
    }
    guard let lowest else { throw LineProbe.noLowerPoint }
    return lowest.accepted
  }
}
