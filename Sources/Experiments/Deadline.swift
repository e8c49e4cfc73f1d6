import Specifications

/// The end of the time that a run may take. The clock is asked rarely enough to cost nothing.
///
/// A class, as the size of the clock's instants is known only when the program runs, and of all
/// that holds one in itself too.
final class Deadline {
  private let end: ContinuousClock.Instant
  /// Whether it also ends with its task.
  private let isCancellable: Bool
  private var asked: ContinuousClock.Instant
  /// So many steps lie between two looks at the clock, as long as they take a millisecond.
  private var stride = 1
  var stepsLeft = 1
  init(_ limit: Duration, isCancellable: Bool = false) {
    asked = .now
    self.isCancellable = isCancellable
    end = asked.advanced(by: limit)
  }

  /// Whether the time is over, or the task's work is not wanted any more; asked before each step.
  @inline(__always)
  func isOver() -> Bool {
    stepsLeft -= 1
    return stepsLeft == 0 && look()
  }
  func look() -> Bool {
    let now = ContinuousClock.now
    stride = now - asked < .milliseconds(1) ? min(2 * stride, 1 << 20) : max(1, stride / 2)
    (asked, stepsLeft) = (now, stride)
    return now > end || isCancellable && Task.isCancelled
  }
}

extension Duration {
  /// In seconds, to the microsecond: "600 s", "0.02 s".
  var text: String { NumberText.short((self / .seconds(1) * 1e6).rounded() / 1e6) + " s" }
}

extension Outcome {
  /// That of a run whose time is over.
  static func tookTooLong(_ plan: Plan) -> Outcome {
    Outcome(.failed, "took longer than \(plan.timeLimit?.text ?? "0 s")")
  }
}
