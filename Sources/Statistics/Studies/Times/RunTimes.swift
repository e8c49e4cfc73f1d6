import Experiments

/// When a run reached the targets, and what it spent in all.
public struct RunTimes: Hashable, Sendable {
  /// The work until the lowest value so far first was at most each target, in their order; infinite
  /// where that never was. Read off recorded steps, as a run's store keeps all at which it matters.
  public let times: [Double]
  /// The work of the whole run.
  public let spent: Double
  /// The place of the run in its cell of the table.
  public let place: Int

  /// - Parameters:
  ///   - goal: what the levels of the targets mean to the run.
  ///   - place: of the run in its cell of the table.
  /// - Complexity: one pass over the entries, whatever the number of targets.
  init(
    _ run: Trajectory, _ targets: TargetSet, _ goal: Goal, on axis: WorkAxis, per unit: WorkUnit,
    place: Int
  ) {
    let divisor = unit.divisor(dimension: run.dimension)
    // A run that could not make a step has spent nothing that is counted here.
    let isKnown = axis.isKnown(of: run)
    var times: [Double] = []
    times.reserveCapacity(targets.levels.count)
    for (i, value) in run.values.enumerated() where value.isFinite {
      let excess = value - goal.base
      guard times.count < targets.levels.count else { break }
      guard excess <= targets.levels[times.count] * goal.scale else { continue }
      let time = isKnown ? axis.work(of: run, at: i) / divisor : 0
      repeat {
        times.append(time)
      } while times.count < targets.levels.count
        && excess <= targets.levels[times.count] * goal.scale
    }
    times += Array(repeating: .infinity, count: targets.levels.count - times.count)
    self.times = times
    self.place = place
    spent = isKnown ? axis.total(of: run) / divisor : 0
  }

  /// What levels mean: f ≤ base + level · scale.
  struct Goal {
    let base: Double
    let scale: Double

    /// Nil where the base is not known.
    ///
    /// - Parameter lowest: the lowest value that any run found on the problem; nil for none.
    init?(_ scale: TargetSet.Scale, of run: Trajectory, lowest: Double?) {
      guard let base = scale == .found ? lowest : run.minimum else { return nil }
      self.base = base
      // A start below the recorded minimum has reached all that is relative to it.
      self.scale = scale == .absolute ? 1 : max(0, run.values[0] - base)
    }
  }
}
