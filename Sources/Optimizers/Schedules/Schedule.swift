import Specifications

/// A learning rate as a function of the number of steps taken.
public protocol Schedule: Specified, Hashable {
  static var title: String { get }
  /// The rule in one line of plain text.
  static var formula: String { get }
  /// η(t) for the step after t ≥ 0 steps.
  func rate(at t: Int) -> Double
}
