import Specifications

/// 1cycle: the rate climbs from a low start to a maximum, then falls far below the start.
///
/// Phases, ends and the default cosine are those of torch's `OneCycleLR(max_lr, total_steps,
/// pct_start, anneal_strategy, div_factor, final_div_factor, three_phase)`: the peak lies at step
/// p·T − 1, which need not be whole, and the end at T − 1. optax's `cosine_onecycle_schedule` has
/// them at ⌊pT⌋ and T: set `steps` to T + 1 and `rise` to (⌊pT⌋ + 1)/(T + 1). After the end the
/// last rate stays. The momentum that moves against the rate is `1cycle-momentum`.
public struct OneCycleSchedule: OneCycle {
  public static let name = "1cycle"
  public static let title = "1cycle"
  public static let formula = "η_max/div → η_max → η_max/(div final), by cosine or line"
  public static let reference = "Smith and Topin 2018, arXiv:1708.07120"
  public static let parameters: [Parameter<Self>] =
    [
      .number("maximum", \.maximum, symbol: "η_max", in: .nonNegative, "highest rate")
    ] + phaseParameters + [
      .number("div", \.divisor, in: .positive, "the first rate is maximum / div"),
      .number(
        "final", \.finalDivisor, in: .positive, "the last rate is the first rate / final"),
    ]

  /// η_max ≥ 0: highest rate.
  public var maximum = 0.1
  /// The highest rate by the first, > 0.
  public var divisor = 25.0
  /// The first rate by the last, > 0.
  public var finalDivisor = 1e4
  /// Where the cycle turns, and how.
  public var phases = OneCyclePhases()

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    try phases.check(Self.name)
    let first = maximum / divisor
    guard first.isFinite, (first / finalDivisor).isFinite else {
      throw SpecificationError("1cycle: maximum / div / final overflows; expected larger divisors")
    }
  }

  public func rate(at t: Int) -> Double {
    let first = maximum / divisor
    return phases.value(at: t, from: first, over: maximum, to: first / finalDivisor)
  }
}
