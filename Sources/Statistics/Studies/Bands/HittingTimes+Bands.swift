import LinearAlgebra

extension HittingTimes {
  /// The band of an optimizer's `distribution`, of runs as they are.
  ///
  /// - Parameter places: ascending amounts of work.
  /// - Complexity: O(places) a run and replicate, whatever the number of targets.
  public func distributionBand(
    of optimizer: Int, at places: [Double], _ bootstrap: Bootstrap = Bootstrap()
  ) -> ShareBand {
    let cells = grid.problems.indices.map { problem in
      grid[problem, optimizer].map { Self.counts($0.times, at: places) }
    }
    // A study of no problems has solved none of them.
    let total = Double(max(1, cells.count * targets.levels.count))
    let bands = bootstrap.bands(at: places) { stream in
      var shares = [Double](repeating: 0, count: places.count)
      for cell in stream.resampled(cells) where !cell.isEmpty {
        var sums = [Int](repeating: 0, count: places.count)
        for _ in cell.indices {
          let counts = cell[stream.below(cell.count)]
          for i in sums.indices { sums[i] += counts[i] }
        }
        for i in sums.indices { shares[i] += Double(sums[i]) / Double(cell.count) }
      }
      return [shares.map { $0 / total }]
    }
    return bands[0]
  }

  /// How many of ascending times lie at or before each of ascending places.
  private static func counts(_ times: [Double], at places: [Double]) -> [Int] {
    var reached = 0
    return places.map { place in
      while reached < times.count, times[reached] <= place { reached += 1 }
      return reached
    }
  }

  /// The bands of `performanceProfiles`, one an optimizer.
  ///
  /// - Parameter ratios: from 1 on.
  public func performanceBands(
    _ kind: CellTime = .median, at ratios: [Double], _ bootstrap: Bootstrap = Bootstrap()
  ) -> [ShareBand] {
    bands(kind, at: ratios, bootstrap, Self.ratios)
  }

  /// The bands of `dataProfiles`, one an optimizer. Targets stay what they are with all runs.
  ///
  /// - Parameter places: amounts of work.
  public func dataBands(
    _ kind: CellTime = .median, at places: [Double], _ bootstrap: Bootstrap = Bootstrap()
  ) -> [ShareBand] {
    bands(kind, at: places, bootstrap) { $0 }
  }

  /// - Parameter measures: what is made of the times of each optimizer's cells.
  private func bands(
    _ kind: CellTime, at places: [Double], _ bootstrap: Bootstrap,
    _ measures: ([[Double]]) -> [[Double]]
  ) -> [ShareBand] {
    let cells = grid.problems.indices.map { problem in
      grid.optimizers.indices.map {
        DrawnCell(grid[problem, $0], targets: targets.levels.count)
      }
    }
    return bootstrap.bands(at: places) { stream in
      var times = [[Double]](repeating: [], count: grid.optimizers.count)
      for row in stream.resampled(cells) {
        for (optimizer, cell) in row.enumerated() {
          times[optimizer] += cell.times(kind, cell.draw(&stream))
        }
      }
      return measures(times).map { Self.shares($0, at: places) }
    }
  }

  /// The share of numbers that lie at or before each of some places.
  private static func shares(_ numbers: [Double], at places: [Double]) -> [Double] {
    let sorted = numbers.sorted()
    return places.map { Double(sorted.count(upTo: $0)) / Double(max(1, sorted.count)) }
  }
}
