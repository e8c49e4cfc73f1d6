import Experiments

/// The runs of one optimizer, which differ in seed or start, under the name that its user gave it:
/// `adamw` where the trajectories' specification is `adam:weight-decay=0.01,decay=decoupled`.
public struct NamedRuns: Sendable {
  /// What its user calls the optimizer.
  public let name: String
  /// At least one.
  public let runs: [Trajectory]

  /// - Parameter runs: at least one.
  public init(_ name: String, _ runs: [Trajectory]) {
    self.name = name
    self.runs = runs
  }
}
