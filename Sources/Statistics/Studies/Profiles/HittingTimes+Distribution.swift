import LinearAlgebra

extension HittingTimes {
  /// The share of the pairs of problem and target that an optimizer has reached, against work: the
  /// empirical cumulative distribution of its times. A pair is shared evenly among its runs; one
  /// without runs is not reached.
  ///
  /// - Parameter restarts: how runs are started again until they succeed; nil to take them as they
  ///   are.
  /// - Complexity: O(n log n) for n times.
  public func distribution(
    of optimizer: Int, restarts: SimulatedRestarts? = nil
  ) -> ShareCurve {
    ShareCurve(groups(of: optimizer, restarts))
  }

  /// For each problem and target, row after row, the times of the runs.
  private func groups(of optimizer: Int, _ restarts: SimulatedRestarts?) -> [[Double]] {
    grid.problems.indices.flatMap { problem -> [[Double]] in
      let runs = grid[problem, optimizer]
      guard let restarts, !runs.isEmpty else {
        return targets.levels.indices.map { target in runs.map { $0.times[target] } }
      }
      var stream = restarts.stream(
        problem: grid.problems[problem].name, optimizer: grid.optimizers[optimizer])
      return targets.levels.indices.map { restarts.times(runs, target: $0, &stream) }
    }
  }

  /// A step of a distribution: which run reached which target.
  public struct Hit: Hashable, Sendable {
    /// The work until then.
    public let work: Double
    /// The place of the problem.
    public let problem: Int
    /// The place of the run in its cell of the table.
    public let run: Int
    /// The place of the target.
    public let target: Int
  }

  /// What stands behind the steps of an optimizer's distribution, ascending in work; those of equal
  /// work in the order of problems, runs and targets.
  public func hits(of optimizer: Int) -> [Hit] {
    var hits: [Hit] = []
    for problem in grid.problems.indices {
      for run in grid[problem, optimizer] {
        for (target, work) in run.times.enumerated() where work.isFinite {
          hits.append(Hit(work: work, problem: problem, run: run.place, target: target))
        }
      }
    }
    return hits.sorted {
      ($0.work, $0.problem, $0.run, $0.target) < ($1.work, $1.problem, $1.run, $1.target)
    }
  }
}
