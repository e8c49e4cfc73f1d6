import Experiments

/// What runs at the same speed for all entrants.
public enum RaceClock: String, Sendable, CaseIterable {
  case steps, gradients, evaluations

  /// Steps where every step of every run asked for one gradient and nothing else; else gradients: a
  /// step with a line search or a Hessian is none of equal cost.
  public static func usual(for trajectories: [Trajectory]) -> RaceClock {
    let isPlain = trajectories.allSatisfy { trajectory in
      let counts = trajectory.counts
      let steps = trajectory.steps.last ?? 0
      return counts.evaluations == counts.gradients && abs(counts.gradients - steps) <= 1
    }
    return isPlain ? .steps : .gradients
  }

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
