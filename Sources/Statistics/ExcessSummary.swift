import Experiments
import Specifications

/// One row of the table that `descent measure` prints: how far a run came, and how fast.
public struct ExcessSummary: Sendable {
  /// The excess errors whose times are told.
  public static let targets = [1e-2, 1e-4, 1e-8]

  /// With the settings that differ from the defaults.
  public let optimizer: Specification
  /// How the run ended.
  public let outcome: Outcome
  /// Of the whole run.
  public let steps: Int
  /// What the whole run asked, an unfinished step included.
  public let counts: Counts
  /// f − min f at the last iterate; nil where min f is not known.
  public let finalExcess: Double?
  /// One for each of `targets`, in their order.
  public let times: [TimeToTarget]
  /// Nil where none can be fitted.
  public let rate: FittedRate?

  /// What a recorded run comes to.
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
