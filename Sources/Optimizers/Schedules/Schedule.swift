import Specifications

/// A learning rate as a function of the number of steps taken.
///
/// A schedule is an immutable value; what follows one run is its tracker. Rates are finite and not
/// negative for every t from 0 to 10⁹ and more; each schedule says what it does after its end.
public protocol Schedule: Described, Hashable {
  /// η(t) for the step after t ≥ 0 steps; where the loss has a say, what it is while the loss
  /// falls.
  func rate(at t: Int) -> Double
  /// The memory of a run before its first step.
  func tracker() -> any RateTracker
  /// Whether rates depend on the losses of the run.
  var followsLoss: Bool { get }
  /// Whether these are validation losses, which a run tells where it has them.
  var followsValidation: Bool { get }
  /// The number of steps in which the schedule shows what it does; nil where none stands out.
  var span: Double? { get }
}

extension Interval {
  /// (0, 1], the range of a factor that lowers a rate.
  static let factor = Interval(0, 1, openBelow: true)
}

extension Schedule {
  public func tracker() -> any RateTracker { ScheduleTracker(schedule: self) }
  public var followsLoss: Bool { false }
  public var followsValidation: Bool { false }
  public var span: Double? { nil }
}
