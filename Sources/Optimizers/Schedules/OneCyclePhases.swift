import RealModule
import Specifications

/// The phases of 1cycle: from a value to another and back, then on to a last one.
public struct OneCyclePhases: Hashable, Sendable {
  /// The shape of a climb or fall.
  public enum Anneal: String, CaseIterable, Sendable {
    /// Half a cosine.
    case cosine
    /// A line.
    case linear
  }

  /// T ≥ 2: length of the cycle, in steps.
  public var steps = 1000
  /// p in [0, 1]: share of the cycle that goes to the peak.
  public var rise = 0.3
  /// The shape of the climb and the fall.
  public var anneal = Anneal.cosine
  /// Whether the first value is reached again before the last phase.
  public var isThreePhase = false

  /// The defaults.
  public init() {}

  func check(_ name: String) throws(SpecificationError) {
    guard isThreePhase, 2 * rise * Double(steps) - 2 >= Double(steps - 1) else { return }
    throw SpecificationError(
      "\(name): rise=\(NumberText.short(rise)) leaves no third phase; expected less than 0.5")
  }

  /// First `start`, then `peak`, with three phases `start` again, and `last` at the end, where
  /// there is time for it: a rise that takes the whole cycle ends at the peak.
  func value(at t: Int, from start: Double, over peak: Double, to last: Double) -> Double {
    let end = Double(steps - 1)
    let time = min(Double(t), end)
    let summit = rise * Double(steps) - 1
    if time <= summit { return summit > 0 ? blend(start, peak, time / summit) : peak }
    guard isThreePhase else { return blend(peak, last, (time - summit) / (end - summit)) }
    let back = 2 * rise * Double(steps) - 2
    if time <= back { return blend(peak, start, (time - summit) / (back - summit)) }
    return blend(start, last, (time - back) / (end - back))
  }

  /// From a at share 0 to b at share 1.
  private func blend(_ a: Double, _ b: Double, _ share: Double) -> Double {
    switch anneal {
    case .linear: a + (b - a) * share
    case .cosine: b + (a - b) / 2 * (1 + .cos(.pi * share))
    }
  }
}

/// A schedule in the phases of 1cycle.
protocol OneCycle: Schedule {
  /// Where the cycle turns, and how.
  var phases: OneCyclePhases { get set }
}

extension OneCycle {
  static var phaseParameters: [Parameter<Self>] {
    [
      .integer("steps", \.phases.steps, symbol: "T", in: 2...(.max), "length of the cycle"),
      .number(
        "rise", \.phases.rise, symbol: "p", in: Interval(0, 1),
        "share of the cycle before the peak of the rate"),
      .choice("anneal", \.phases.anneal, "shape of the climb and the fall"),
      .flag(
        "three-phase", \.phases.isThreePhase,
        "return to the first value as fast as one came, then go to the last"),
    ]
  }

  public var span: Double? { Double(phases.steps) }
}
