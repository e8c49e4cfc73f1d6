import Experiments
import RealModule

/// One number for each optimizer on each problem, of which the lower is the better: what tests of
/// significance compare. Problems without a number for each optimizer are left out.
public struct ScoreTable: Sendable {
  /// The rows.
  public let problems: [StudyProblem]
  /// The columns.
  public let optimizers: [String]
  /// For each problem, for each optimizer; infinite for a failure, never NaN.
  public let scores: [[Double]]

  /// - Parameter scores: for each problem, for each optimizer; NaN counts as infinite.
  public init(_ problems: [StudyProblem], _ optimizers: [String], _ scores: [[Double]]) {
    precondition(
      scores.count == problems.count && scores.allSatisfy { $0.count == optimizers.count },
      "a table of other size")
    (self.problems, self.optimizers) = (problems, optimizers)
    self.scores = scores.map { row in row.map { $0.isNaN ? .infinity : $0 } }
  }

  /// The column of an optimizer, one a problem.
  public func column(_ optimizer: Int) -> [Double] { scores.map { $0[optimizer] } }
}

extension HittingTimes {
  /// The decimal logarithm of the cells' times to a target: a difference is a ratio of work.
  public func timeScores(target: Int, _ kind: CellTime = .median) -> ScoreTable {
    let rows = grid.problems.indices.filter { p in
      grid.optimizers.indices.allSatisfy { !grid[p, $0].isEmpty }
    }
    return ScoreTable(
      rows.map { grid.problems[$0] }, grid.optimizers,
      rows.map { p in
        grid.optimizers.indices.map { o in
          .log10(time(kind, problem: p, optimizer: o, target: target))
        }
      })
  }
}

extension StudyGrid<StudyRun> {
  /// The decimal logarithm of the median over a cell's runs of the lowest excess: a difference of 1
  /// is a digit. What is below rounding counts as rounding, as for rates; a run without a finite
  /// value is infinite. Problems of unknown minimum are left out.
  public var excessScores: ScoreTable {
    let table = complete
    let rows = table.problems.indices.filter { p in
      table.optimizers.indices.allSatisfy { o in
        table[p, o].allSatisfy { $0.trajectory.minimum != nil }
      }
    }
    return ScoreTable(
      rows.map { table.problems[$0] }, table.optimizers,
      rows.map { p in table.optimizers.indices.map { o in Self.score(table[p, o]) } })
  }

  private static func score(_ runs: [StudyRun]) -> Double {
    Quartiles(
      runs.map { run in
        guard let minimum = run.trajectory.minimum, let lowest = run.excesses(.best)?.last else {
          return .infinity
        }
        return .log10(max(lowest, FittedRate.rounding(of: minimum)))
      }
    ).median
  }
}
