/// What stands for the time of a cell of several runs.
public enum CellTime: String, Hashable, Sendable, CaseIterable {
  /// The median, where failures are infinite.
  case median
  /// ERT.
  case expected
}

extension HittingTimes {
  /// The time of a cell to a target; infinite where nothing was run.
  public func time(_ kind: CellTime, problem: Int, optimizer: Int, target: Int) -> Double {
    let runs = grid[problem, optimizer]
    guard !runs.isEmpty else { return .infinity }
    switch kind {
    case .median: return Quantiles.value(runs.map { $0.times[target] }.sorted(), at: 0.5)
    case .expected: return ExpectedTime(runs, target: target).value
    }
  }

  /// For each optimizer, for each pair of problem and target, row after row, its time over the
  /// least of all optimizers; infinite where it did not reach it, 1 where all are 0.
  public func performanceRatios(_ kind: CellTime = .median) -> [[Double]] {
    let times = grid.optimizers.indices.map { optimizer in
      grid.problems.indices.flatMap { problem in
        targets.levels.indices.map {
          time(kind, problem: problem, optimizer: optimizer, target: $0)
        }
      }
    }
    guard let count = times.first?.count else { return [] }
    let least = (0..<count).map { i in times.lazy.map { $0[i] }.min() ?? .infinity }
    return times.map { times in
      zip(times, least).map { $0.isInfinite ? .infinity : $0 == $1 ? 1 : $0 / $1 }
    }
  }

  /// For each optimizer the share of the pairs of problem and target that it solves within τ times
  /// the work of the fastest of the optimizers at hand, against τ from 1 on (E. D. Dolan and J. J.
  /// Moré, Mathematical Programming 91 (2002) 201-213). A pair that none solves counts among all.
  public func performanceProfiles(_ kind: CellTime = .median) -> [ShareCurve] {
    performanceRatios(kind).map { ratios in ShareCurve(ratios.map { [$0] }) }
  }

  /// For each optimizer the share of the pairs that its cells solve within an amount of work: with
  /// targets of the scale `found` and work per simplex gradient these are the data profiles of J.
  /// J. Moré and S. M. Wild, SIAM Journal on Optimization 20 (2009) 172-191, equation 2.5.
  public func dataProfiles(_ kind: CellTime = .median) -> [ShareCurve] {
    grid.optimizers.indices.map { optimizer in
      ShareCurve(
        grid.problems.indices.flatMap { problem in
          targets.levels.indices.map {
            [time(kind, problem: problem, optimizer: optimizer, target: $0)]
          }
        })
    }
  }

  /// AlgoPerf's score of each optimizer: the mean of its performance profile over 1 ≤ τ ≤ `ratio`,
  /// from 0 to 1 (G. E. Dahl et al., "Benchmarking neural network training algorithms",
  /// arXiv:2306.07179, section 4.4, where r_max is 4).
  ///
  /// - Parameter ratio: above 1.
  public func scores(upTo ratio: Double = 4, _ kind: CellTime = .median) -> [Double] {
    performanceProfiles(kind).map { $0.mean(over: 1...ratio) }
  }
}
