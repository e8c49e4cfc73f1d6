import Experiments
import Testing

@testable import Statistics

/// Cells whose runs are drawn with replacement.
struct DrawnCellTests {
  private static func times(_ steps: [Int?]) throws -> HittingTimes {
    let table = StudyTable(
      try steps.enumerated().map { seed, step in
        try SampleRun.reaching(at: step, of: 70, seed: UInt64(seed))
      })
    return HittingTimes(table, to: TargetSet(.absolute, [1]), on: .steps)
  }

  /// Each run once is the cell itself.
  @Test(arguments: [
    [4], [9, 2], [5, 1, 3], [8, nil, 2, 6], [nil, nil, 1, 7], [nil], [3, 3, 3, nil],
  ])
  func drawingEachOnceIsTheCell(steps: [Int?]) throws {
    let times = try Self.times(steps)
    let cell = DrawnCell(times.grid[0, 0], targets: 1)
    for kind in CellTime.allCases {
      let drawn = cell.time(kind, target: 0, steps.map { _ in 1 })
      #expect(drawn == times.time(kind, problem: 0, optimizer: 0, target: 0))
    }
  }

  /// Of 10, 20, 30 and 70 without success, by hand.
  @Test(arguments: [
    ([4, 0, 0, 0], 10.0, 10.0), ([2, 0, 2, 0], 20, 20), ([0, 3, 1, 0], 20, 22.5),
    ([1, 0, 1, 2], .infinity, 90), ([2, 1, 0, 1], 15, 110.0 / 3),
    ([0, 0, 0, 4], .infinity, .infinity),
  ])
  func drawsAreWeighed(draws: [Int], median: Double, expected: Double) throws {
    let cell = DrawnCell(try Self.times([10, 20, 30, nil]).grid[0, 0], targets: 1)
    #expect(cell.time(.median, target: 0, draws) == median)
    #expect(cell.time(.expected, target: 0, draws) == expected)
  }
}
