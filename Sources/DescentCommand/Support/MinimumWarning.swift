import Experiments
import Objectives
import Specifications

/// What should be known of min f before an excess over it is believed.
enum MinimumWarning {
  /// Says on standard error where min f was searched for, and where a run fell below it.
  static func write(_ function: any TestFunction, _ trajectories: [Trajectory]) {
    guard let minimum = function.minimum else { return }
    let basis = function.minimumBasis
    if basis == .searched {
      StandardError.warn(
        "min f = \(NumberText.short(minimum + 0)) is the \(basis.rawValue); give minimum= if "
          + "you know it")
    }
    let tolerance = 1e-9 * max(1, abs(minimum))
    let lowest = trajectories.lazy.flatMap(\.values).filter(\.isFinite).min() ?? minimum
    if lowest < minimum - tolerance {
      StandardError.warn(
        "f falls to \(NumberText.short(lowest)), below min f = "
          + "\(NumberText.short(minimum)) (\(basis.rawValue)): excess is not to be trusted")
    }
  }
}
