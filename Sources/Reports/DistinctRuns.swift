import Experiments
import Specifications

/// The runs of a study, where those that differ in their seed alone are one: nothing in them is
/// random, and counting them would make shares look surer than they are.
struct DistinctRuns {
  /// The first of those that are the same, in their order.
  let runs: [StudyRun]
  /// How many were left out.
  let repetitions: Int

  /// What two runs have in common that took the same way.
  private struct Way: Hashable {
    let problem: StudyProblem
    let optimizer: Specification
    let plan: String
    let values: [UInt64]
    let counts: Counts

    init(_ run: StudyRun) {
      (problem, optimizer, plan) = (run.problem, run.trajectory.optimizer, run.plan)
      values = run.trajectory.values.map(\.bitPattern)
      counts = run.trajectory.counts
    }
  }

  init(_ all: [StudyRun]) {
    var known: Set<Way> = []
    runs = all.filter { known.insert(Way($0)).inserted }
    repetitions = all.count - runs.count
  }
}
