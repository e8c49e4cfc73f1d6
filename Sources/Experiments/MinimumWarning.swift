import Objectives
import Output
import Specifications

/// What should be known of min f before an excess over it is believed.
public enum MinimumWarning {
  /// Tells where min f was searched for, and where a run fell below it.
  public static func write(
    _ function: any TestFunction, _ trajectories: [Trajectory], to reporter: any Reporter
  ) {
    guard let minimum = function.minimum else { return }
    let basis = function.minimumBasis
    if basis == .searched {
      reporter.warn(
        "min f = \(NumberText.short(minimum + 0)) is the \(basis.rawValue); give minimum= if "
          + "you know it")
    }
    let lowest = trajectories.lazy.flatMap(\.values).filter(\.isFinite).min() ?? minimum
    if lowest < leastBelievable(minimum) {
      reporter.warn(
        "f falls to \(NumberText.short(lowest)), below min f = "
          + "\(NumberText.short(minimum)) (\(basis.rawValue)): excess is not to be trusted")
    }
  }

  /// Values below this are no rounding: the recorded minimum is none.
  static func leastBelievable(_ minimum: Double) -> Double {
    minimum - 1e-9 * max(1, abs(minimum))
  }
}
