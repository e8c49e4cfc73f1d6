import LinearAlgebra

extension HittingTimes {
  /// The band of an optimizer's `distribution`, of runs as they are.
  ///
  /// - Parameter places: ascending amounts of work.
  /// - Complexity: O(targets) a run and O(places) a cell in each replicate.
  public func distributionBand(
    of optimizer: Int, at places: [Double], _ bootstrap: Bootstrap = Bootstrap()
  ) -> ShareBand {
    let cells = grid.problems.indices.map { problem in
      PlacedCell(grid[problem, optimizer], at: places)
    }
    // A study of no problems has solved none of them.
    let total = Double(max(1, cells.count * targets.levels.count))
    let bands = bootstrap.bands(at: places) { stream in
      var shares = [Double](repeating: 0, count: places.count)
      var reached = [Int](repeating: 0, count: places.count)
      for cell in stream.resampled(cells) {
        cell.addShare(ofDraws: &stream, to: &shares, counting: &reached)
      }
      return [shares.map { $0 / total }]
    }
    return bands[0]
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
      for optimizer in times.indices {
        times[optimizer].reserveCapacity(cells.count * targets.levels.count)
      }
      var draws: [Int] = []
      for row in stream.resampled(cells) {
        for (optimizer, cell) in row.enumerated() {
          cell.draw(&stream, into: &draws)
          for target in targets.levels.indices {
            times[optimizer].append(cell.time(kind, target: target, draws))
          }
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
