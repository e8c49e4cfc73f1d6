/// The rates of one run, which may depend on the losses before.
public protocol RateTracker: Sendable {
  /// The rate of step t, once the losses of the steps before t are observed.
  func rate(at t: Int) -> Double
  /// Takes note that f was `loss` at step t. Steps come in order, each once.
  mutating func observe(loss: Double, at t: Int)
  /// Takes note of the validation loss after the steps observed so far; nothing unless the schedule
  /// follows it.
  mutating func observe(validationLoss: Double)
}

extension RateTracker {
  public mutating func observe(validationLoss: Double) {}
}

/// The rates of a schedule of t alone.
struct ScheduleTracker<S: Schedule>: RateTracker {
  let schedule: S

  func rate(at t: Int) -> Double { schedule.rate(at: t) }
  mutating func observe(loss: Double, at t: Int) {}
}
