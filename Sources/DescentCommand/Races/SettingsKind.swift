import Experiments

/// Whether a race is fair: what is known of how the settings were chosen.
enum SettingsKind: String {
  case usual = "default settings"
  case equal = "equal settings"
  case tuned = "settings as given"

  /// - Parameter entrants: a run of each.
  init(_ entrants: [Trajectory]) {
    let settings = Set(
      entrants.map { $0.optimizer.split(separator: ":", maxSplits: 1).dropFirst().first ?? "" })
    if settings == [""] {
      self = .usual
    } else {
      self = settings.count == 1 && entrants.count > 1 ? .equal : .tuned
    }
  }
}
