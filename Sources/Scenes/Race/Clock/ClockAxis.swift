import Contours

/// A race's clock as axes and footers show it.
struct ClockAxis: Sendable {
  let title: String
  /// Where the axis begins.
  private let first: Int
  private let last: Int
  /// "step", "gradient", "evaluation"; nil for time.
  private let noun: String?
  private let unit: TimeUnit

  /// Time is shown in the largest unit in which the race takes 1 or more.
  private struct TimeUnit: Sendable {
    let name: String
    let nanoseconds: Int

    static let all = [
      TimeUnit(name: "s", nanoseconds: 1_000_000_000), TimeUnit(name: "ms", nanoseconds: 1_000_000),
      TimeUnit(name: "µs", nanoseconds: 1000), TimeUnit(name: "ns", nanoseconds: 1),
    ]
  }

  /// - Parameters:
  ///   - first: where the axis begins.
  ///   - last: the largest value of the clock.
  init(_ clock: RaceClock, from first: Int = 0, last: Int) {
    (self.first, self.last) = (first, last)
    let count = TimeUnit(name: "", nanoseconds: 1)
    unit =
      clock.kind == .seconds
      ? TimeUnit.all.first { $0.nanoseconds <= last } ?? TimeUnit.all[3] : count
    noun = clock.kind == .seconds ? nil : clock.kind.noun
    title = clock.kind == .seconds ? "time (\(unit.name))" : clock.rawValue
  }

  var domain: ClosedRange<Double> {
    ClosedRange(between: position(first), position(max(last, first + 1)))
  }

  /// Where a value of the clock lies on the axis.
  func position(_ value: Int) -> Double { Double(value) / Double(unit.nanoseconds) }

  /// "step 123 of 500", "1.25 ms of 3 ms".
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
