import Experiments
import Statistics
import Testing

/// Distributions and profiles. Expected numbers are counted by hand unless told.
struct ProfileTests {
  /// Times to reach 1 of three optimizers on four problems of 1 to 4 variables; nil for never.
  private static let steps: [(name: String, steps: [Int?])] = [
    ("a", [10, 20, 30, nil]), ("b", [20, 10, nil, nil]), ("c", [40, 90, 15, nil]),
  ]

  private static func table() throws -> StudyTable {
    StudyTable(
      try (0..<4).flatMap { p in
        try Self.steps.map { name, steps in
          try SampleRun.reaching(
            at: steps[p], "sphere:n=\(p + 3)", by: name, n: p + 1)
        }
      })
  }

  private static func times(
    _ table: StudyTable, _ levels: [Double] = [1], per unit: WorkUnit = .plain
  ) -> HittingTimes {
    HittingTimes(table, to: TargetSet(.absolute, levels), on: .steps, per: unit)
  }

  @Test func distributionsCountPairsOfProblemAndTarget() throws {
    let curve = Self.times(try Self.table(), [1.5, 1]).distribution(of: 0)
    // 1.5 is reached with 1; on the fourth problem after 100 steps.
    #expect(curve.places == [10, 20, 30, 100])
    #expect(curve.shares == [0.25, 0.5, 0.75, 0.875])
    #expect(curve.share(at: 9.9) == 0 && curve.share(at: 20) == 0.5)
    #expect(curve.share(at: 1e9) == curve.last)
  }

  @Test func hitsLeadToTheirRuns() throws {
    let hits = Self.times(try Self.table()).hits(of: 2)
    #expect(hits.map(\.work) == [15, 40, 90] && hits.map(\.problem) == [2, 0, 1])
  }

  /// Two runs on the first problem, one on the second: each problem weighs the same.
  @Test func pairsAreSharedAmongTheirRuns() throws {
    let table = StudyTable([
      try SampleRun.reaching(at: 5), try SampleRun.reaching(at: nil, seed: 1),
      try SampleRun.reaching(at: 7, "beale"),
    ])
    let curve = Self.times(table).distribution(of: 0)
    #expect(curve.places == [5, 7] && curve.shares == [0.25, 0.75])
  }

  /// Simplex gradients of 2, 3, 4 values.
  @Test func dataProfilesAreTheShareOfProblemsSolved() throws {
    let profiles = Self.times(try Self.table(), per: .simplexGradients).dataProfiles()
    #expect(profiles[0].places == [5, 20.0 / 3, 7.5] && profiles[0].shares == [0.25, 0.5, 0.75])
    #expect(profiles[1].places == [10.0 / 3, 10] && profiles[1].shares == [0.25, 0.5])
  }

  /// Ratios: a 1, 2, 2, –; b 2, 1, –, –; c 4, 9, 1, –.
  @Test func performanceProfilesAreOfRatios() throws {
    let times = Self.times(try Self.table())
    #expect(
      times.performanceRatios() == [
        [1, 2, 2, .infinity], [2, 1, .infinity, .infinity], [4, 9, 1, .infinity],
      ])
    let profiles = times.performanceProfiles()
    #expect(profiles[0].places == [1, 2] && profiles[0].shares == [0.25, 0.75])
    #expect(profiles[2].places == [1, 4, 9] && profiles[2].shares == [0.25, 0.5, 0.75])
    // (1 · 0.25 + 2 · 0.75) / 3; 0.25 and 0.5; 0.25 up to 4.
    #expect(times.scores() == [1.75 / 3, 1.25 / 3, 0.25])
  }

  /// Without a, b is the fastest on the first problem and c on the third.
  @Test func hidingASolverIsComputingWithoutIt() throws {
    let table = try Self.table()
    let hidden = Self.times(table.keeping(optimizers: { $0 != "a" }))
    let without = Self.times(
      StudyTable(table.elements.filter { $0.name != "a" }))
    #expect(hidden.performanceRatios() == without.performanceRatios())
    #expect(
      hidden.performanceRatios() == [
        [1, 1, .infinity, .infinity], [2, 9, 1, .infinity],
      ])
    let restarts = SimulatedRestarts(seed: 3)
    #expect(
      Self.times(table).distribution(of: 1, restarts: restarts)
        == hidden.distribution(of: 0, restarts: restarts))
  }

  /// What the fastest found is what the others are held against.
  @Test func foundTargetsAreThoseOfTheOptimizersAtHand() throws {
    let table = StudyTable([
      try SampleRun.make(by: "a", minimum: nil, [10, 6, 5, 4.9]),
      try SampleRun.make(by: "b", minimum: nil, [10, 0]),
    ])
    let found = TargetSet(.found, [0.1])
    let both = HittingTimes(table, to: found, on: .steps).dataProfiles()
    #expect(both[0].last == 0 && both[1].places == [1])
    let alone = HittingTimes(table.keeping(optimizers: { $0 == "a" }), to: found, on: .steps)
    #expect(alone.dataProfiles()[0].places == [2])
  }

  @Test func medianAndExpectedTimesOfCells() throws {
    let table = StudyTable([
      try SampleRun.reaching(at: 10), try SampleRun.reaching(at: 20, seed: 1),
      try SampleRun.reaching(at: nil, of: 60, seed: 2),
    ])
    let times = Self.times(table)
    #expect(times.time(.median, problem: 0, optimizer: 0, target: 0) == 20)
    #expect(times.time(.expected, problem: 0, optimizer: 0, target: 0) == 45)
  }

  /// Runs of 10 and 70, the latter a failure: times are 10 + 70 k with probability 2⁻¹⁻ᵏ, of mean
  /// ERT = 80.
  @Test func restartsAreDrawnUntilASuccess() throws {
    let table = StudyTable([
      try SampleRun.reaching(at: 10), try SampleRun.reaching(at: nil, of: 70, seed: 1),
    ])
    let curve = Self.times(table).distribution(
      of: 0, restarts: SimulatedRestarts(seed: 5, least: 20_000))
    #expect(curve.last == 1)
    #expect(curve.places.allSatisfy { ($0 - 10).truncatingRemainder(dividingBy: 70) == 0 })
    // Every run is drawn first as often as the other.
    #expect(curve.share(at: 10) == 0.5)
    let jumps = zip(curve.shares, [0] + curve.shares).map { $0 - $1 }
    let mean = zip(curve.places, jumps).reduce(0) { $0 + $1.0 * $1.1 }
    // Half of the sample is random, of a deviation of 99: 1 is a hundredth of it.
    #expect(abs(mean - 80) < 3)
    #expect(Self.times(table).distribution(of: 0).last == 0.5)
  }

  /// Over tables drawn by chance: shares ascend, end at the share that is solved, and the lowest
  /// ratio of a pair that any solves is 1.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func profilesEndAtTheShareSolved(seed: UInt64) throws {
    var random = LinearCongruence(seed: seed)
    let table = StudyTable(
      try (0..<7).flatMap { p in
        try ["a", "b", "c"].flatMap { name in
          try (0..<3 as Range<UInt64>).map { run in
            let step = Int.random(in: 1...150, using: &random)
            return try SampleRun.reaching(
              at: step > 100 ? nil : step, "sphere:n=\(p + 2)", by: name, seed: run)
          }
        }
      })
    let times = Self.times(table)
    for (o, profile) in times.performanceProfiles().enumerated() {
      let solved = (0..<7).count { p in
        times.grid[p, o].count { $0.times[0].isFinite } >= 2
      }
      #expect(profile.last == Double(solved) / 7)
      let curve = times.distribution(of: o)
      #expect(zip(curve.shares, curve.shares.dropFirst()).allSatisfy { $0 < $1 })
      #expect(zip(curve.places, curve.places.dropFirst()).allSatisfy { $0 < $1 })
      let successes = times.grid.problems.indices.reduce(0) { sum, p in
        sum + times.grid[p, o].count { $0.times[0].isFinite }
      }
      #expect(curve.last == Double(successes) / 21)
      #expect(curve.last == Double(times.hits(of: o).count) / 21)
    }
    let ratios = times.performanceRatios()
    for pair in ratios[0].indices {
      let least = ratios.map { $0[pair] }.min()
      #expect(least == 1 || least == .infinity)
    }
  }
}

/// A linear congruential generator (D. E. Knuth, TAOCP volume 2, 3.3.4), so that tables do not come
/// from the streams that the code draws from.
struct LinearCongruence: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
