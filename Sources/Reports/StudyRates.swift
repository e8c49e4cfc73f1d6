import Experiments
import Specifications
import Statistics

/// How the median excess of each cell of a study falls, where a law can be told.
struct StudyRates {
  private var rates: [StudyProblem: [Specification: FittedRate]] = [:]

  /// Takes in runs: all of their problems.
  mutating func add(_ runs: [StudyRun]) {
    let table = StudyTable(runs)
    for (p, problem) in table.problems.enumerated() {
      for o in table.optimizers.indices {
        guard let run = table[p, o].first else { continue }
        rates[problem, default: [:]][run.trajectory.optimizer] = table.rate(
          problem: p, optimizer: o)
      }
    }
  }

  /// That of the cell of a run.
  subscript(run: StudyRun) -> FittedRate? { rates[run.problem]?[run.trajectory.optimizer] }
}
