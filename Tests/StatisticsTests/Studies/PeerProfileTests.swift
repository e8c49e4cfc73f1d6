import Experiments
import Statistics
import Testing

/// Times, distributions and profiles against numpy and cocopp, scores against AlgoPerf's.
struct PeerProfileTests {
  private let reference: StudyReference

  init() throws { reference = try StudyReference.read() }

  private func table() throws -> StudyTable {
    StudyTable(
      try reference.study.runs.map { run in
        let work = run.work
        return try SampleRun.make(
          on: "sphere:n=\(run.n)", by: "o\(run.optimizer)", seed: run.seed, n: run.n, run.values,
          steps: Array(run.values.indices), counts: { SampleRun.gradients(work[$0]) })
      })
  }

  private func times(per unit: WorkUnit = .plain) throws -> HittingTimes {
    HittingTimes(try table(), to: .coco, on: .gradients, per: unit)
  }

  private static func areClose(_ ours: [Double], _ expected: [Double]) -> Bool {
    zip(ours, expected).allSatisfy { abs($0 - $1) < 1e-12 } && ours.count == expected.count
  }

  @Test func expectedTimesAreCocopps() throws {
    let times = try times()
    let expected = reference.study.expectedTimes.map { $0 ?? .infinity }
    let ours = (0..<4).flatMap { problem in
      (0..<3).flatMap { optimizer in
        (0..<51).compactMap { target in
          times.expectedTime(problem: problem, optimizer: optimizer, target: target)?.value
        }
      }
    }
    #expect(ours.count == expected.count && expected.contains(.infinity))
    for (time, value) in zip(ours, expected) {
      #expect(time == value || abs(time - value) < 1e-10 * value)
    }
  }

  @Test func curvesAreNumpys() throws {
    let (plain, simplex) = (try times(), try times(per: .simplexGradients))
    let places = reference.study.places
    for optimizer in 0..<3 {
      #expect(
        Self.areClose(
          places.map(plain.distribution(of: optimizer).share),
          reference.study.distribution[optimizer]))
      #expect(
        Self.areClose(
          places.map(simplex.dataProfiles()[optimizer].share), reference.study.data[optimizer]))
      #expect(
        Self.areClose(
          places.map(plain.performanceProfiles()[optimizer].share),
          reference.study.performance[optimizer]))
    }
  }

  /// One cell, whose simulated times are compared with 100,000 of cocopp's.
  @Test func restartsAreCocopps() throws {
    let expected = reference.study.restarts
    #expect((1...4).contains(expected.successes))
    let times = HittingTimes(
      try table().keeping(problems: { $0.name == "sphere:n=3" })
        .keeping(optimizers: { $0 == "o\(expected.optimizer)" }),
      to: TargetSet(.absolute, [TargetSet.coco.levels[expected.target]]), on: .gradients)
    let count = 50_000
    let curve = times.distribution(
      of: 0, restarts: SimulatedRestarts(seed: 1, least: count))
    for (place, share) in zip(reference.study.places, expected.shares) {
      let deviation = (max(share * (1 - share), 1e-4) * 1.5 / Double(count)).squareRoot()
      #expect(abs(curve.share(at: place) - share) < 5 * deviation, "at \(place)")
    }
    let jumps = zip(curve.shares, [0] + curve.shares).map { $0 - $1 }
    let mean = zip(curve.places, jumps).reduce(0) { $0 + $1.0 * $1.1 }
    let error = expected.deviation * (1.5 / Double(count)).squareRoot()
    #expect(abs(mean - expected.mean) < 5 * error)
  }

  @Test func scoresAreAlgoPerfs() throws {
    #expect(reference.algoperf.count == 3)
    for record in reference.algoperf {
      let table = StudyTable(
        try record.times.enumerated().flatMap { submission, times in
          try times.enumerated().map { workload, time in
            try SampleRun.reaching(
              at: time.map { Int($0) }, of: 100_000, "sphere:n=\(workload + 2)",
              by: "s\(submission)")
          }
        })
      let times = HittingTimes(table, to: TargetSet(.absolute, [1]), on: .steps)
      let profiles = times.performanceProfiles()
      for (profile, expected) in zip(profiles, record.profile) {
        #expect(Self.areClose(record.points.map(profile.share), expected))
        // The script's score is the trapezoidal rule over its points.
        let shares = record.points.map(profile.share)
        let step = (record.points[1] - record.points[0]) / 3
        let area = zip(shares, shares.dropFirst()).reduce(0) { $0 + ($1.0 + $1.1) / 2 * step }
        let score = record.score[record.profile.firstIndex(of: expected) ?? 0]
        #expect(abs(area - score) < 1e-12)
      }
      // With 100,000 points a unit of the ratio the rule is that close to the integral.
      for (score, expected) in zip(times.scores(), record.fineScore) {
        #expect(abs(score - expected) < 1e-5)
      }
    }
  }
}
