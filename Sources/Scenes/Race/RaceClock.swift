import Experiments

/// What runs at the same speed for all entrants.
public enum RaceClock: String, Sendable, CaseIterable {
  case steps, gradients, evaluations

  /// "step", "gradient", "evaluation".
  var unit: String { String(rawValue.dropLast()) }

  /// The clock at entry i of a trajectory.
  func value(of trajectory: Trajectory, at i: Int) -> Int {
    switch self {
    case .steps: trajectory.steps[i]
    case .gradients: trajectory.cumulated[i].gradients
    case .evaluations: trajectory.cumulated[i].evaluations
    }
  }

  /// "step 123 of 500".
  func text(_ now: Int, of last: Int) -> String { "\(unit) \(now) of \(last)" }
}
