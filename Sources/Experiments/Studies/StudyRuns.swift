import Synchronization

/// Makes the runs of a study: one for all seeds that stand side by side, where nothing that is
/// answered depends on the seed. Workers that begin with the same one at the same time make it each.
package final class StudyRuns: Sendable {
  private let study: Study
  private let version: String
  /// The latest run that is the same with every seed, and whose seeds those are.
  private let latest = Mutex<(row: Int, run: StudyRun)?>(nil)

  /// - Parameter version: recorded with each run.
  package init(_ study: Study, version: String) {
    (self.study, self.version) = (study, version)
  }

  /// That of cell i.
  package func run(_ i: Int) -> StudyRun {
    let cell = study.cell(i)
    // Seconds differ from run to run.
    guard !cell.function.isRandom, !cell.plan.isTimed else { return cell.run(version: version) }
    let row = i / study.seeds
    let known = latest.withLock { $0?.row == row ? $0?.run : nil }
    if let known { return known.withSeed(cell.plan.seed) }
    let run = cell.run(version: version)
    latest.withLock { $0 = (row, run) }
    return run
  }
}

extension StudyRun {
  fileprivate func withSeed(_ seed: UInt64) -> StudyRun {
    var trajectory = trajectory
    trajectory.seed = seed
    return StudyRun(
      problem, name: name, plan: plan, basis: basis, trajectory: trajectory, version: version,
      revision: revision)
  }
}
