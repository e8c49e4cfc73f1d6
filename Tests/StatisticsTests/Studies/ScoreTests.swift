import Experiments
import Statistics
import Testing

/// What tests of significance compare.
struct ScoreTests {
  /// 10⁻³ and 10⁻¹ have a median of 10⁻², lowest so far; 0 counts as rounding.
  @Test func excessIsTheLowestInDigits() throws {
    let table = StudyTable([
      try SampleRun.make(by: "a", [1, 1e-3, 5]), try SampleRun.make(by: "a", seed: 1, [1, 1e-1]),
      try SampleRun.make(by: "b", [1, 0]), try SampleRun.make(on: "beale", by: "a", [1]),
      try SampleRun.make(on: "booth", by: "a", minimum: nil, [1]),
      try SampleRun.make(on: "booth", by: "b", minimum: nil, [1]),
      try SampleRun.make(on: "bird", by: "a", [.nan]),
      try SampleRun.make(on: "bird", by: "b", [10]),
    ])
    let scores = table.excessScores
    #expect(scores.problems.map(\.name) == ["sphere", "bird"])
    #expect(scores.optimizers == ["a", "b"])
    #expect(abs(scores.scores[0][0] + 2) < 1e-15 && scores.scores[0][1] == -14)
    #expect(scores.scores[1] == [.infinity, 1] && scores.column(1) == [-14, 1])
  }

  @Test func timesAreInDigits() throws {
    let table = StudyTable([
      try SampleRun.reaching(at: 100), try SampleRun.reaching(at: nil, by: "b"),
      try SampleRun.reaching(at: 5, "beale"),
    ])
    let times = HittingTimes(table, to: TargetSet(.absolute, [1]), on: .steps)
    #expect(times.timeScores(target: 0).scores == [[2, .infinity]])
  }

  /// Twice the work of the other on each of 20 problems is beyond a region of 0.1, not of 0.5.
  @Test func posteriorsAreOfPairsOfColumns() throws {
    let table = StudyTable(
      try (0..<20).flatMap { p in
        try [("a", 10 + p), ("b", 20 + 2 * p)].map { name, step in
          try SampleRun.reaching(at: step, "sphere:n=\(p + 2)", by: name)
        }
      })
    let scores = HittingTimes(table, to: TargetSet(.absolute, [1]), on: .steps)
      .timeScores(target: 0)
    #expect(scores.posterior(0, 1).first > 0.999 && scores.posterior(1, 0).second > 0.999)
    #expect(scores.posterior(0, 1, region: 0.5).equal == 1)
  }
}
