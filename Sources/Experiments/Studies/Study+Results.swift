import Objectives
import Output
import Specifications
import Synchronization

/// The runs of a study, as far as they were made.
public struct StudyResults: Sendable {
  /// Those of each optimizer, in the study's order: function by function, then by start and seed.
  /// An optimizer has none where the work was cancelled before.
  public let groups: [[StudyRun]]
  /// How many runs were not made, as the work was cancelled.
  public let missing: Int
}

extension Study {
  /// All runs, or those that are finished when the task is cancelled. Where the first two seeds
  /// give the same values, to the last bit, one run stands for all seeds; that is told where it is
  /// so of all optimizers.
  ///
  /// - Parameters:
  ///   - workers: how many runs at a time, 1 or more; results do not depend on it.
  ///   - version: recorded with each run.
  public func results(
    workers: Int = 1, version: String = DescentVersion.current,
    reporter: any Reporter = SilentReporter()
  ) async throws -> StudyResults {
    let finished = FinishedRuns()
    func make(_ cells: [Int]) async throws {
      _ = try await Parallel.results(
        of: cells.count, workers: self.workers(workers), named: "runs", reporter: reporter
      ) { finished.add(cell(cells[$0]).run(version: version), at: cells[$0]) }
    }
    let rows = (0..<(count / seeds)).map { $0 * seeds }
    do {
      try await make((0..<min(seeds, 2)).flatMap { seed in rows.map { $0 + seed } })
      let random = rows.filter { !finished.areEqual($0, $0 + 1) }
      if seeds > 1, random.isEmpty {
        functions.forEach { Self.warnOfEqualRuns($0, reporter) }
      }
      // Seed by seed, so that what is cancelled leaves all optimizers about as many.
      if seeds > 2 { try await make((2..<seeds).flatMap { seed in random.map { $0 + seed } }) }
    } catch is CancellationError {}
    return results(of: rows, finished)
  }

  /// - Parameter rows: the numbers of the runs with the first seed.
  private func results(of rows: [Int], _ finished: FinishedRuns) -> StudyResults {
    var groups = [[StudyRun]](repeating: [], count: optimizers.count)
    var missing = 0
    for row in rows {
      let isOne = seeds > 1 && finished.areEqual(row, row + 1)
      let wanted = isOne ? 1 : seeds
      let runs = (row..<(row + wanted)).compactMap(finished.run)
      groups[row / seeds % optimizers.count] += runs
      missing += wanted - runs.count
    }
    return StudyResults(groups: groups, missing: missing)
  }

  /// Tells that the seeds make no difference, and that each optimizer was run once.
  public static func warnOfEqualRuns(_ function: any TestFunction, _ reporter: any Reporter) {
    reporter.warn(
      "seeds change nothing for '\(function.specification)' and these optimizers; each "
        + "was run once")
  }
}

// MARK: - What cannot be run

extension Study {
  /// Throws where a run could not be made, or the recordings of all, and the rows that tell them,
  /// do not fit into memory.
  public func requireRunnable() throws(SpecificationError) {
    var numbers = 0.0
    for row in stride(from: 0, to: count, by: seeds) {
      let cell = cell(row)
      let (function, settings) = (cell.function, cell.optimizer.settings)
      try Experiments.requireRunnable(function, with: settings, from: cell.point, plan: plan)
      numbers += plan.recordedNumbers(
        dimension: function.dimension, storesMatrix: settings.storesMatrix)
    }
    try MemoryBudget.require(
      numbers * Double(seeds) * 3 * MemoryBudget.perNumber, for: "measuring \(count) runs",
      expected: "fewer runs, fewer steps, or fewer of them recorded")
  }
}

/// Runs by their numbers, added from any thread.
private final class FinishedRuns: Sendable {
  private let runs = Mutex<[Int: StudyRun]>([:])

  func add(_ run: StudyRun, at i: Int) { runs.withLock { $0[i] = run } }

  func run(_ i: Int) -> StudyRun? { runs.withLock { $0[i] } }

  /// The same values to the last bit, NaN too: the seed is not looked at.
  func areEqual(_ i: Int, _ k: Int) -> Bool {
    guard let first = run(i)?.trajectory.values, let second = run(k)?.trajectory.values else {
      return false
    }
    return first.count == second.count
      && zip(first, second).allSatisfy { $0.bitPattern == $1.bitPattern }
  }
}
