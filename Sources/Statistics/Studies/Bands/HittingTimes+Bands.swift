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
    let total = Double(cells.count * targets.levels.count)
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
    bands(at: ratios, bootstrap) { $0.performanceProfiles(kind) }
  }

  /// The bands of `dataProfiles`, one an optimizer. Targets stay what they are with all runs.
  ///
  /// - Parameter places: amounts of work.
  public func dataBands(
    _ kind: CellTime = .median, at places: [Double], _ bootstrap: Bootstrap = Bootstrap()
  ) -> [ShareBand] {
    bands(at: places, bootstrap) { $0.dataProfiles(kind) }
  }

  private func bands(
    at places: [Double], _ bootstrap: Bootstrap, _ curves: (HittingTimes) -> [ShareCurve]
  ) -> [ShareBand] {
    bootstrap.bands(at: places) { stream in
      curves(resampled(&stream)).map { curve in places.map(curve.share) }
    }
  }

  /// Problems drawn with replacement, then the runs of each of their cells.
  private func resampled(_ stream: inout RandomStream) -> HittingTimes {
    let rows = stream.resampled(Array(grid.problems.indices))
    return HittingTimes(self, grid.drawing(rows: rows) { stream.resampled($0) })
  }
}
