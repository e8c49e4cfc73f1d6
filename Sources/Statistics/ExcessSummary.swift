import Experiments
import Specifications

/// One row of the table that `descent measure` prints: how far a run came, and how fast.
public struct ExcessSummary: Sendable {
  /// The excess errors whose times are told.
  public static let targets = [1e-2, 1e-4, 1e-8]

  public let optimizer: Specification
  public let outcome: Outcome
  public let steps: Int
  public let counts: Counts
  /// f − min f at the last iterate; nil where min f is not known.
  public let finalExcess: Double?
  public let times: [TimeToTarget]
  public let rate: FittedRate?

  public init(_ trajectory: Trajectory) {
    optimizer = trajectory.optimizer
    outcome = trajectory.outcome
    steps = trajectory.steps.last ?? 0
    counts = trajectory.counts
    finalExcess = trajectory.count > 0 ? trajectory.excess(trajectory.count - 1) : nil
    times = Self.targets.map { TimeToTarget($0, in: trajectory) }
    rate = FittedRate(trajectory)
  }
}
