import LinearAlgebra

/// A cell whose runs are drawn with replacement, again and again: their times are sorted once.
struct DrawnCell: Sendable {
  private let runs: [RunTimes]
  /// For each target, the times of the runs, ascending, one target after another.
  private let times: [Double]
  /// Whose they are.
  private let places: [Int]

  /// - Parameter count: of targets.
  init(_ runs: [RunTimes], targets count: Int) {
    self.runs = runs
    let sorted = (0..<count).flatMap { target in
      runs.enumerated().map { (time: $1.times[target], run: $0) }.sorted { $0.time < $1.time }
    }
    (times, places) = (sorted.map(\.time), sorted.map(\.run))
  }

  /// How often each run is drawn, in as many draws as there are runs; written over what was drawn
  /// before.
  func draw(_ stream: inout RandomStream, into draws: inout [Int]) {
    draws.removeAll(keepingCapacity: true)
    for _ in runs { draws.append(0) }
    for _ in runs { draws[stream.below(runs.count)] += 1 }
  }

  /// The time of the runs that were drawn to a target; infinite for a cell without runs.
  func time(_ kind: CellTime, target: Int, _ draws: [Int]) -> Double {
    guard !runs.isEmpty else { return .infinity }
    return switch kind {
    case .median: median(target: target, draws)
    case .expected: expected(target: target, draws)
    }
  }

  private func median(target: Int, _ draws: [Int]) -> Double {
    let low = (runs.count - 1) / 2
    var place = target * runs.count
    var count = draws[places[place]]
    while count <= low {
      place += 1
      count += draws[places[place]]
    }
    let lower = times[place]
    guard runs.count % 2 == 0, count == low + 1 else { return lower }
    repeat { place += 1 } while draws[places[place]] == 0
    return Quantiles.value([lower, times[place]], at: 0.5)
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
