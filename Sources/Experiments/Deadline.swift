/// The end of the time that a run may take. The clock is asked rarely enough to cost nothing.
@usableFromInline
struct Deadline {
  private let end: ContinuousClock.Instant
  private var asked: ContinuousClock.Instant
  /// So many steps lie between two looks at the clock, as long as they take a millisecond.
  private var stride = 1
  @usableFromInline var stepsLeft = 1

  @usableFromInline
  init(_ limit: Duration) {
    asked = .now
    end = asked.advanced(by: limit)
  }

  /// Whether the time is over; asked before each step.
  @inlinable @inline(__always)
  mutating func isOver() -> Bool {
    stepsLeft -= 1
    return stepsLeft == 0 && look()
  }

  @usableFromInline
  mutating func look() -> Bool {
    let now = ContinuousClock.now
    stride = now - asked < .milliseconds(1) ? min(2 * stride, 1 << 20) : max(1, stride / 2)
    (asked, stepsLeft) = (now, stride)
    return now > end
  }
}

extension Outcome {
  /// That of a run whose time is over.
  @usableFromInline
  static func tookTooLong(_ plan: Plan) -> Outcome {
    let limit = plan.timeLimit.map { $0 / .seconds(1) } ?? 0
    return Outcome(.failed, "took longer than \(Int(limit.rounded())) s")
  }
}
