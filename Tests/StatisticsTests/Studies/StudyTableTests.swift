import Experiments
import Specifications
import Statistics
import Testing

/// The runs of a study as problems × optimizers.
struct StudyTableTests {
  private static func table() throws -> StudyTable {
    StudyTable([
      try SampleRun.make(on: "sphere", by: "b", seed: 1, [1]),
      try SampleRun.make(on: "beale", by: "a", [1]),
      try SampleRun.make(on: "sphere", by: "b", seed: 2, [2]),
      try SampleRun.make(on: "beale", by: "b", [1]),
    ])
  }

  @Test func orderIsThatOfFirstAppearance() throws {
    let table = try Self.table()
    #expect(table.problems.map(\.name) == ["sphere", "beale"])
    #expect(table.optimizers == ["b", "a"])
    #expect(table[0, 0].map(\.trajectory.seed) == [1, 2])
    #expect(table.missing.map { [$0.problem, $0.optimizer] } == [[0, 1]])
    #expect(table.complete.problems.map(\.name) == ["beale"])
    #expect(table.elements.count == 4)
  }

  @Test func hiddenOnesAreGone() throws {
    let table = try Self.table()
    let fewer = table.keeping(optimizers: { $0 != "a" })
    #expect(fewer.optimizers == ["b"] && fewer.missing.isEmpty && fewer[1, 0].count == 1)
    let rest = table.keeping(problems: { $0.name == "beale" })
    #expect(rest.problems.map(\.name) == ["beale"] && rest.optimizers == ["b", "a"])
  }

  @Test func instancesArePooled() throws {
    let table = StudyTable(
      try (1...3).map { try SampleRun.make(on: "bbob-f3:n=5,instance=\($0)", seed: 7, [1]) }
        + [try SampleRun.make(on: "bbob-f3:n=10,instance=1", [1])], poolingInstances: true)
    #expect(table.problems.map(\.name) == ["bbob-f3:n=5", "bbob-f3:n=10"])
    #expect(table[0, 0].count == 3)
  }

  /// A run that is lower than a recorded minimum by more than rounding.
  @Test func defectsAreCollectedByFunction() throws {
    let table = StudyTable([
      try SampleRun.make(on: "beale", by: "a", [1, -1e-3]),
      try SampleRun.make(on: "beale", by: "b", [1]),
      try SampleRun.make(on: "beale", by: "b", [1, -1]),
      try SampleRun.make(on: "sphere", [1, -1e-12]),
      try SampleRun.make(on: "booth", minimum: nil, [1, -5]),
    ])
    #expect(table.defects.map(\.function.name) == ["beale"])
    #expect(table.defects.map { $0.runs.map(\.name) } == [["a", "b"]])
  }

  /// The medians of (8, 4, 2, 1) and (8, 6, 7, 3), best so far and current.
  @Test func bandsAreOfBestOrCurrentExcess() throws {
    let table = StudyTable([
      try SampleRun.make([8, 4, 2, 1]), try SampleRun.make([8, 6, 7, .nan], .diverged),
    ])
    let best = try #require(
      table.excess(.best, problem: 0, optimizer: 0, on: .steps, per: .variables))
    #expect(best.clocks == [0, 0.5, 1, 1.5])
    #expect(best.median == [8, 5, 4, 3.5])
    let current = try #require(table.excess(.current, problem: 0, optimizer: 0, on: .gradients))
    #expect(current.clocks == [0, 1, 2, 3])
    #expect(current.median == [8, 5, 4.5, .infinity])
    #expect(table.excess(.best, problem: 0, optimizer: 0, on: .seconds) == nil)
  }

  /// Both halve the excess at every step.
  @Test func cellsHaveARate() throws {
    let halving = (0...40).map { 0x1p20 / Double(1 << $0) }
    let table = StudyTable([
      try SampleRun.make(halving), try SampleRun.make(seed: 1, halving.map { 3 * $0 }),
    ])
    let rate = try #require(table.rate(problem: 0, optimizer: 0))
    #expect(rate.law == .factor && abs(rate.value - 0.5) < 1e-12)
  }
}
