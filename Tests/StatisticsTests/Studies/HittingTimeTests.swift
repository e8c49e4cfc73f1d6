import Experiments
import Statistics
import Testing

/// When runs reached targets, and what that costs.
struct HittingTimeTests {
  /// By hand: 8, 4, NaN, 5, 1, 0.5 against 4, 1 and 0.1.
  @Test func timesAreOfTheLowestSoFar() throws {
    let table = StudyTable([try SampleRun.make([8, 4, .nan, 5, 1, 0.5])])
    let times = HittingTimes(table, to: TargetSet(.absolute, [4, 1, 0.1]), on: .steps)
    #expect(times.grid[0, 0].map(\.times) == [[1, 4, .infinity]])
    #expect(times.grid[0, 0].map(\.spent) == [5])
  }

  /// f* = 10, f₀ = 30, the lowest 11: levels of 0.5 are 20 and 20.5.
  @Test(arguments: [
    (TargetSet.Scale.absolute, 10.4, 2.0), (.absolute, 10.2, 3), (.relative, 0.52, 2),
    (.relative, 0.5, 3), (.found, 0.5, 2), (.found, 0.48, 3),
  ])
  func scalesHaveTheirBases(scale: TargetSet.Scale, level: Double, expected: Double) throws {
    let table = StudyTable([
      try SampleRun.make(by: "a", minimum: 10, [30, 25, 20.3, 12]),
      try SampleRun.make(by: "b", minimum: 10, [30, 11]),
    ])
    let times = HittingTimes(table, to: TargetSet(scale, [level]), on: .steps)
    #expect(times.grid[0, 0][0].times == [expected])
  }

  /// A run that ends at −∞ has not reached anything by that, and a start that is the minimum has
  /// reached all.
  @Test func edges() throws {
    let table = StudyTable([
      try SampleRun.make(on: "beale", [3, -.infinity], .diverged),
      try SampleRun.make(on: "booth", [0, 0]),
    ])
    let times = HittingTimes(table, to: TargetSet(.relative, [0.1, 0]), on: .steps)
    #expect(times.grid[0, 0][0].times == [.infinity, .infinity])
    #expect(times.grid[1, 0][0].times == [0, 0])
  }

  @Test func whatCannotBeToldIsLeftOutAndTold() throws {
    let table = StudyTable([
      try SampleRun.make(on: "beale", minimum: nil, [2, 1]),
      try SampleRun.make(on: "booth", [2, 1]),
      try SampleRun.make(on: "booth", by: "b", [], steps: []),
    ])
    let times = HittingTimes(table, to: .usual, on: .steps)
    #expect(times.grid.problems.map(\.name) == ["booth"])
    #expect(times.leftOut.map(\.reason) == [.unknownMinimum, .empty])
    #expect(times.leftOut.map(\.optimizer) == ["a", "b"] && times.leftOut.map(\.count) == [1, 1])
    let found = HittingTimes(table, to: .moreWild, on: .steps)
    #expect(found.grid.problems.map(\.name) == ["beale", "booth"])
    let seconds = HittingTimes(table, to: .usual, on: .seconds)
    #expect(seconds.grid.problems.isEmpty)
    #expect(seconds.leftOut.map(\.reason) == [.unknownMinimum, .unknownWork, .empty])
  }

  /// 10, 20, and 70 without success: 100 / 2.
  @Test func expectedTimesCountAllThatWasSpent() throws {
    let table = StudyTable([
      try SampleRun.reaching(at: 10), try SampleRun.reaching(at: 20, seed: 1),
      try SampleRun.reaching(at: nil, of: 70, seed: 2),
    ])
    let times = HittingTimes(table, to: TargetSet(.absolute, [1, 0.1]), on: .steps)
    let reached = try #require(times.expectedTime(problem: 0, optimizer: 0, target: 0))
    #expect(reached.value == 50 && reached.reached == Proportion(2, of: 3))
    #expect(reached.quartiles == Quartiles([10, 20, .infinity]))
    let never = try #require(times.expectedTime(problem: 0, optimizer: 0, target: 1))
    #expect(never.value == .infinity && never.quartiles.median == .infinity)
    #expect(never.reached == Proportion(0, of: 3))
  }

  @Test(arguments: 1...6)
  func expectedTimeIsTheMeanWhereAllSucceed(count: Int) throws {
    let table = StudyTable(
      try (1...count).map { try SampleRun.reaching(at: $0 * $0, seed: UInt64($0)) })
    let times = HittingTimes(table, to: TargetSet(.absolute, [1]), on: .steps)
    let mean = Double((1...count).reduce(0) { $0 + $1 * $1 }) / Double(count)
    #expect(times.expectedTime(problem: 0, optimizer: 0, target: 0)?.value == mean)
  }

  /// An unfinished step counts: the run asked 9 gradients, 4 of them until its last entry.
  @Test func whatAnUnfinishedStepAskedIsSpent() throws {
    let table = StudyTable([
      try SampleRun.make(
        n: 4, [3, 2], counts: { SampleRun.gradients(4 * $0) }, spent: SampleRun.gradients(9))
    ])
    let times = HittingTimes(
      table, to: TargetSet(.absolute, [2, 1]), on: .gradients, per: .simplexGradients)
    #expect(times.grid[0, 0][0].times == [0.8, .infinity])
    #expect(times.grid[0, 0][0].spent == 1.8)
  }
}
