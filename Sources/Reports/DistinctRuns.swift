import Experiments
import Specifications

/// The runs of a study, where those that differ in their seed alone are one: nothing in them is
/// random, and counting them would make shares look surer than they are.
struct DistinctRuns {
  /// The first of those that are the same, in their order.
  private(set) var runs: [StudyRun] = []
  /// How many were left out.
  private(set) var repetitions = 0

  init(_ all: [StudyRun]) {
    // By a number that runs of one way have in common: their values are not copied.
    var known: [Int: [Int]] = [:]
    for run in all {
      let number = run.wayNumber
      if known[number, default: []].contains(where: { runs[$0].tookWay(of: run) }) {
        repetitions += 1
      } else {
        known[number, default: []].append(runs.count)
        runs.append(run)
      }
    }
  }
}

// What two runs have in common that took the same way.
extension StudyRun {
  fileprivate var wayNumber: Int {
    var hasher = Hasher()
    hasher.combine(problem)
    hasher.combine(trajectory.optimizer)
    hasher.combine(plan)
    hasher.combine(trajectory.counts)
    for value in trajectory.values { hasher.combine(value.bitPattern) }
    return hasher.finalize()
  }

  fileprivate func tookWay(of other: StudyRun) -> Bool {
    problem == other.problem && trajectory.optimizer == other.trajectory.optimizer
      && plan == other.plan && trajectory.counts == other.trajectory.counts
      && trajectory.values.elementsEqual(other.trajectory.values) {
        $0.bitPattern == $1.bitPattern
      }
  }
}
