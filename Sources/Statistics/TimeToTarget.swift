import Experiments

/// What a run had spent when its excess error first was at most a target.
public struct TimeToTarget: Hashable, Sendable {
  public let target: Double
  /// Nil where the target was not reached at a recorded step, or min f is not known.
  public let spent: Spent?

  public struct Spent: Hashable, Sendable {
    public let steps: Int
    public let counts: Counts
  }

  public init(_ target: Double, in trajectory: Trajectory) {
    self.target = target
    let entry = (0..<trajectory.count).first { i in
      trajectory.excess(i).map { $0 <= target } ?? false
    }
    spent = entry.map { Spent(steps: trajectory.steps[$0], counts: trajectory.cumulated[$0]) }
  }
}
