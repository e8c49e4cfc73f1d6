import LinearAlgebra

/// A cell whose runs are drawn with replacement, again and again: their times are sorted once.
struct DrawnCell: Sendable {
  private let runs: [RunTimes]
  /// For each target, the times of the runs, ascending.
  private let sorted: [[(time: Double, run: Int)]]

  /// - Parameter count: of targets.
  init(_ runs: [RunTimes], targets count: Int) {
    self.runs = runs
    sorted = (0..<count).map { target in
      runs.enumerated().map { ($1.times[target], $0) }.sorted { $0.time < $1.time }
    }
  }

  /// How often each run is drawn, in as many draws as there are runs.
  func draw(_ stream: inout RandomStream) -> [Int] {
    var draws = [Int](repeating: 0, count: runs.count)
    for _ in runs { draws[stream.below(runs.count)] += 1 }
    return draws
  }

  /// The times of the runs that were drawn to each target; infinite for a cell without runs.
  func times(_ kind: CellTime, _ draws: [Int]) -> [Double] {
    guard !runs.isEmpty else { return sorted.map { _ in .infinity } }
    return switch kind {
    case .median: sorted.map { median($0, draws) }
    case .expected: sorted.indices.map { expected(target: $0, draws) }
    }
  }

  private func median(_ sorted: [(time: Double, run: Int)], _ draws: [Int]) -> Double {
    let low = (runs.count - 1) / 2
    var place = 0
    var count = draws[sorted[0].run]
    while count <= low {
      place += 1
      count += draws[sorted[place].run]
    }
    let lower = sorted[place].time
    guard runs.count % 2 == 0, count == low + 1 else { return lower }
    repeat { place += 1 } while draws[sorted[place].run] == 0
    return Quantiles.value([lower, sorted[place].time], at: 0.5)
  }

  private func expected(target: Int, _ draws: [Int]) -> Double {
    var (spent, successes) = (0.0, 0)
    for (run, count) in zip(runs, draws) {
      spent += Double(count) * min(run.times[target], run.spent)
      if run.times[target].isFinite { successes += count }
    }
    return successes == 0 ? .infinity : spent / Double(successes)
  }
}
