import Contours

/// A race's clock as axes and footers show it.
struct ClockAxis: Sendable {
  let title: String
  /// Where the axis begins.
  private let first: Int
  private let last: Int
  /// "step", "gradient", "evaluation"; nil for time and epochs, which come in parts.
  private let noun: String?
  private let unit: Unit

  /// Time is shown in the largest unit in which the race takes 1 or more.
  private struct Unit: Sendable {
    let name: String
    let ticks: Int

    static let times = [
      Unit(name: "s", ticks: 1_000_000_000), Unit(name: "ms", ticks: 1_000_000),
      Unit(name: "µs", ticks: 1000), Unit(name: "ns", ticks: 1),
    ]
  }

  /// - Parameters:
  ///   - first: where the axis begins.
  ///   - last: the largest value of the clock.
  init(_ clock: RaceClock, from first: Int = 0, last: Int) {
    (self.first, self.last) = (first, last)
    let isTime = clock.kind == .seconds
    unit =
      isTime
      ? Unit.times.first { $0.ticks <= last } ?? Unit.times[3]
      : Unit(name: clock.rawValue, ticks: clock.kind.ticks)
    noun = unit.ticks > 1 || isTime ? nil : clock.kind.noun
    title = isTime ? "time (\(unit.name))" : clock.rawValue
  }

  var domain: ClosedRange<Double> {
    ClosedRange(between: position(first), position(max(last, first + 1)))
  }

  /// Where a value of the clock lies on the axis.
  func position(_ value: Int) -> Double { Double(value) / Double(unit.ticks) }

  /// "step 123 of 500", "1.25 ms of 3 ms", "1.25 epochs of 5 epochs".
  func text(_ now: Int) -> String {
    if let noun { return "\(noun) \(now) of \(last)" }
    return "\(amount(now)) of \(amount(last))"
  }

  /// None is longer.
  var longestText: String { text(last) }

  /// "84 gradients", "1.25 ms".
  func amount(_ value: Int) -> String {
    if let noun { return "\(value) \(noun)\(value == 1 ? "" : "s")" }
    return NumberLabel.value(position(value), digits: 3) + " " + unit.name
  }
}
