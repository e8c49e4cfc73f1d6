import Experiments

extension Trajectory {
  /// Whether the run has diverged or failed: its last value is no result, and counts as infinite
  /// among others.
  package var isBroken: Bool { outcome.kind == .diverged || outcome.kind == .failed }
}
