import Experiments

/// What a run had spent when its excess error first was at most a target.
public struct TimeToTarget: Hashable, Sendable {
  /// An excess f − min f.
  public let target: Double
  /// Nil where the target was not reached at a recorded step, or min f is not known.
  public let spent: Spent?

  /// From the start to the first recorded step whose excess is at most the target.
  public struct Spent: Hashable, Sendable {
    /// How many were taken until then.
    public let steps: Int
    /// What had been asked until then.
    public let counts: Counts
  }

  /// - Parameter target: an excess f − min f.
  public init(_ target: Double, in trajectory: Trajectory) {
    self.target = target
    let entry = (0..<trajectory.count).first { i in
      trajectory.excess(i).map { $0 <= target } ?? false
    }
    spent = entry.map { Spent(steps: trajectory.steps[$0], counts: trajectory.cumulated[$0]) }
  }
}
