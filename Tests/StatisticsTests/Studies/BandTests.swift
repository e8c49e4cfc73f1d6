import Experiments
import Statistics
import Testing

/// Bootstrap bands over problems, then runs.
struct BandTests {
  private static func times(_ problems: Int, solved: Int) throws -> HittingTimes {
    let table = StudyTable(
      try (0..<problems).flatMap { p in
        try ["a", "b"].map { name in
          try SampleRun.reaching(
            at: p < solved ? (name == "a" ? 10 : 20) : nil, "sphere:n=\(p + 2)", by: name)
        }
      })
    return HittingTimes(table, to: TargetSet(.absolute, [1]), on: .steps)
  }

  /// With one run a problem the share solved is binomial: 40 problems of which half are solved have
  /// 2.5% and 97.5% quantiles of 14/40 and 26/40 (scipy: `binom.ppf([0.025, 0.975], 40, 0.5)`).
  @Test func bandsOverProblemsAreBinomial() throws {
    let times = try Self.times(40, solved: 20)
    let bootstrap = Bootstrap(seed: 1, count: 4000)
    let band = times.distributionBand(of: 0, at: [5, 10, 50], bootstrap)
    #expect(band.lower == [0, 14.0 / 40, 14.0 / 40] && band.upper == [0, 26.0 / 40, 26.0 / 40])
    let data = times.dataBands(at: [10, 20], bootstrap)
    #expect(data[0].lower == [14.0 / 40, 14.0 / 40] && data[0].upper == [26.0 / 40, 26.0 / 40])
    #expect(data[1].lower == [0, 14.0 / 40])
    // b is never the fastest.
    let performance = times.performanceBands(at: [1, 2], bootstrap)
    #expect(performance[1].upper == [0, 26.0 / 40] && performance[0].lower[0] == 14.0 / 40)
  }

  /// On one problem only the runs vary: 10 of 20 succeed (scipy: `binom.ppf` 0.025 and 0.975 of 20
  /// are 6 and 14).
  @Test func bandsOverRunsAreBinomial() throws {
    let table = StudyTable(
      try (0..<20).map { try SampleRun.reaching(at: $0 < 10 ? 5 : nil, seed: UInt64($0)) })
    let times = HittingTimes(table, to: TargetSet(.absolute, [1]), on: .steps)
    let band = times.distributionBand(of: 0, at: [5], Bootstrap(count: 4000))
    #expect(band.lower == [0.3] && band.upper == [0.7])
  }

  @Test func seedsGiveTheSameBands() throws {
    let times = try Self.times(7, solved: 3)
    let bands = [1, 1, 2].map { times.dataBands(at: [10, 20], Bootstrap(seed: $0, count: 15)) }
    #expect(bands[0] == bands[1] && bands[0] != bands[2])
  }

  /// No problem, no runs: shares are 0, and nothing traps.
  @Test func emptyStudiesHaveEmptyCurves() {
    let times = HittingTimes(StudyTable([]), to: .coco, on: .steps)
    #expect(times.performanceProfiles().isEmpty && times.scores().isEmpty)
    #expect(times.grid.problems.isEmpty && times.leftOut.isEmpty)
  }
}
