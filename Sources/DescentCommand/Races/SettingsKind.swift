import Experiments

/// Whether a race is fair: what is known of how the settings were chosen.
enum SettingsKind: String {
  case usual = "default settings"
  case equal = "equal settings"
  case tuned = "settings as given"

  init(_ trajectories: [Trajectory]) {
    let settings = Set(
      trajectories.map { $0.optimizer.split(separator: ":", maxSplits: 1).dropFirst().first ?? "" })
    if settings == [""] {
      self = .usual
    } else {
      self = settings.count == 1 && trajectories.count > 1 ? .equal : .tuned
    }
  }
}
