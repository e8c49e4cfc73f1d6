import Specifications
import Testing

@testable import Experiments
@testable import Statistics

/// Several runs of one optimizer. The quantiles are numpy's.
@Suite struct SeedTests {
  @Test(arguments: [
    ([3.0], 0.25, 3), ([1, 2], 0.25, 1.25), ([1, 2, 4, 8], 0.5, 3), ([1, 2, 4, 8], 0.75, 5),
    ([1, 2, 4, 8, 16], 0.9, 12.8), ([0, 1, .infinity], 0.5, 1), ([0, 1, .infinity], 1, .infinity),
  ])
  func quantilesAreOfTypeSeven(sorted: [Double], p: Double, expected: Double) {
    let value = Quantiles.value(sorted, at: p)
    #expect(value == expected || abs(value - expected) < 1e-12)
  }

  private static func run(
    _ values: [Double], everyStep stride: Int = 1, _ kind: Outcome.Kind = .budgetSpent
  ) -> Trajectory {
    var run = Trajectory(
      function: Specification(name: "f"), dimension: 1, optimizer: Specification(name: "o"),
      title: "O", seed: 0, minimum: 0,
      evaluationPointName: nil)
    for (k, value) in values.enumerated() {
      run.steps.append(k * stride)
      run.coordinates.append(value)
      run.values.append(value)
      run.gradientNorms.append(1)
      run.learningRates.append(1)
      run.cumulated.append(Counts())
    }
    run.outcome = Outcome(kind, "")
    return run
  }

  @Test func bandsAlignRunsOfDifferentClocks() {
    let runs = [
      Self.run([8, 4, 2, 1]), Self.run([10, 6], everyStep: 2), Self.run([9, 99], .diverged),
    ]
    let band = RunBand(runs, clock: { $0.steps[$1] }, value: { $0.values[$1] })
    #expect(band.clocks == [0, 1, 2, 3])
    #expect(band.median == [9, 10, 6, 6])
    #expect(band.lower == [8.5, 7, 4, 3.5])
    #expect(band.upper == [9.5, .infinity, .infinity, .infinity])
  }

  /// What runs come to, with the usual targets 1e-2, 1e-4, 1e-8 and steps.
  private static func summary(_ runs: [Trajectory]) -> SeedSummary {
    let runs = runs.map {
      StudyRun(
        StudyProblem($0.function), name: "o", plan: "", basis: .closedForm, trajectory: $0,
        version: "")
    }
    return MeasuredRuns([("o", runs)]).groups[0].summary
  }

  @Test func summariesCountSuccesses() {
    let summary = Self.summary([
      Self.run([1, 1e-3, 1e-5]), Self.run([1, 1e-1, 1e-3]), Self.run([1, .nan], .diverged),
    ])
    #expect(summary.finalExcess?.median == 1e-3)
    #expect(summary.times.map(\.reached.count) == [2, 1, 0])
    #expect(summary.times.allSatisfy { $0.reached.total == 3 })
    #expect(summary.breakdowns == 1)
  }

  @Test func reasonsOfBreakdownsAreToldOnce() {
    var runs = [
      Self.run([1], .failed), Self.run([1], .converged), Self.run([1], .failed),
      Self.run([1, .nan], .diverged),
    ]
    for i in [0, 2] { runs[i].outcome = Outcome(.failed, "f is no sum of squares") }
    runs[3].outcome = Outcome(.diverged, "f is nan")
    let summary = Self.summary(runs)
    #expect(summary.breakdowns == 3)
    #expect(
      summary.breakdownReasons == ["failed: f is no sum of squares", "diverged: f is nan"])
  }

  /// The medians of 1, 2, ∞ and so on: a failure is no run left out.
  @Test func mediansCountFailuresAsInfinite() {
    let runs = [Self.run([1, 1e-3, 1e-5]), Self.run([1, 1e-1, 1e-3])]
    let failed = Self.run([1, 1, 1])
    func median(_ failures: Int) -> Double {
      Self.summary(runs + Array(repeating: failed, count: failures)).times[0].quartiles.median
    }
    #expect((0...3).map(median) == [1.5, 2, .infinity, .infinity])
  }

  /// Of runs that have broken off, whatever their last value was.
  @Test(arguments: [Outcome.Kind.diverged, .failed])
  func brokenRunsAreInfinite(kind: Outcome.Kind) throws {
    let runs = [Self.run([1, 1e-3]), Self.run([1, 1e-9], kind), Self.run([1, 1e-9], kind)]
    let excess = try #require(Self.summary(runs).finalExcess)
    #expect(excess.median == .infinity && excess.upper == .infinity)
  }
}
