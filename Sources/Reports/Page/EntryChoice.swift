import Experiments
import Statistics

/// Which entries of a run a page keeps where all would be too many: the first, the last, and those
/// at which the lowest value so far first reached some levels. Times to these are then exact.
struct EntryChoice: Hashable {
  /// Excess errors, descending.
  let levels: [Double]
  /// Shares of the start's excess, descending.
  let shares: [Double]

  /// Ascending places in the run.
  ///
  /// - Parameter base: what values are an excess over; nil where nothing is known.
  func entries(of run: Trajectory, over base: Double?) -> [Int] {
    guard let base, run.count > 2 else { return Array(Set([0, run.count - 1]).sorted()) }
    let start = run.values[0] - base
    var (level, share) = (0, 0)
    var kept = [0]
    for (i, value) in run.values.enumerated() where value.isFinite {
      let excess = value - base
      let reached = (level, share)
      while level < levels.count, excess <= levels[level] { level += 1 }
      while share < shares.count, excess <= shares[share] * start { share += 1 }
      if reached != (level, share), i > 0 { kept.append(i) }
    }
    if kept.last != run.count - 1 { kept.append(run.count - 1) }
    return kept
  }
}

extension EntryChoice {
  /// Those at which some targets were reached.
  init(_ targets: TargetSet) {
    self.init(
      levels: targets.scale == .absolute ? targets.levels : [],
      shares: targets.scale == .absolute ? [] : targets.levels)
  }
}
