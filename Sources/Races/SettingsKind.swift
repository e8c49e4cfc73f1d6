import Experiments
import Specifications

/// Whether a race is fair: what is known of how the settings were chosen.
enum SettingsKind: String {
  case usual = "default settings"
  case equal = "equal settings"
  case tuned = "settings as given"

  /// - Parameter entrants: a run of each.
  init(_ entrants: [Trajectory]) {
    let settings = Set(entrants.map { Self.settings(of: $0.optimizer) })
    if settings == [[]] {
      self = .usual
    } else {
      self = settings.count == 1 && entrants.count > 1 ? .equal : .tuned
    }
  }

  /// What was chosen. A name that a wrapper stands around is a method, not a setting of one.
  private static func settings(of optimizer: Specification) -> [Specification.Entry] {
    let inside = optimizer.arguments.flatMap { entry in
      guard entry.key == nil, let method = try? Specification(parsing: entry.value) else {
        return [entry]
      }
      return settings(of: method)
    }
    return inside + optimizer.settings
  }
}
