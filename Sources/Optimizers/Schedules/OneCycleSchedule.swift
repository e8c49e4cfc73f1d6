import RealModule
import Specifications

/// 1cycle: the rate climbs from a low start to a maximum, then falls far below the start.
///
/// Reference: L. N. Smith and N. Topin, "Super-Convergence", 2018 (arXiv:1708.07120). Phases, ends
/// and the default cosine are those of torch's `OneCycleLR`: the peak lies at step
/// p·T − 1, which need not be whole. After T steps the last rate stays. The momentum that the paper
/// moves against the rate is not part of the schedule.
public struct OneCycleSchedule: Schedule {
  public enum Anneal: String, CaseIterable, Sendable {
    case cosine, linear
  }

  public static let name = "1cycle"
  public static let title = "1cycle"
  public static let formula = "eta_max/div -> eta_max -> eta_max/(div final), by cosine or line"
  public static let parameters: [Parameter<Self>] = [
    .number("maximum", \.maximum, symbol: "η_max", in: .nonNegative, "highest rate"),
    .integer("steps", \.steps, symbol: "T", in: 2...(.max), "length of the cycle"),
    .number("rise", \.rise, symbol: "p", in: Interval(0, 1), "share of the cycle that climbs"),
    .number("div", \.divisor, in: .positive, "the first rate is maximum / div"),
    .number(
      "final", \.finalDivisor, in: .positive, "the last rate is the first rate / final"),
    .choice("anneal", \.anneal, "shape of the climb and the fall"),
    .flag(
      "three-phase", \.isThreePhase,
      "fall back to the first rate as fast as it climbed, then to the last"),
  ]

  public var maximum = 0.1
  public var steps = 1000
  public var rise = 0.3
  public var divisor = 25.0
  public var finalDivisor = 1e4
  public var anneal = Anneal.cosine
  public var isThreePhase = false

  public init() {}

  public mutating func settle() throws(SpecificationError) {
    guard isThreePhase, 2 * rise * Double(steps) - 2 >= Double(steps - 1) else { return }
    throw SpecificationError(
      "1cycle: rise=\(NumberText.short(rise)) leaves no third phase; expected less than 0.5")
  }

  public func rate(at t: Int) -> Double {
    let time = Double(t)
    let first = maximum / divisor
    let last = first / finalDivisor
    let end = Double(steps - 1)
    let peak = rise * Double(steps) - 1
    if time < peak { return blend(first, maximum, time / peak) }
    guard isThreePhase else {
      return end > peak ? blend(maximum, last, min(1, (time - peak) / (end - peak))) : last
    }
    let back = 2 * rise * Double(steps) - 2
    if time <= back { return blend(maximum, first, (time - peak) / (back - peak)) }
    return blend(first, last, min(1, (time - back) / (end - back)))
  }

  /// From a at share 0 to b at share 1.
  private func blend(_ a: Double, _ b: Double, _ share: Double) -> Double {
    switch anneal {
    case .linear: a + (b - a) * share
    case .cosine: b + (a - b) / 2 * (1 + .cos(.pi * share))
    }
  }
}
