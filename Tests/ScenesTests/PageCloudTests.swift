import Contours
import Experiments
import JSON
import Statistics
import Testing

@testable import Scenes

/// What a page is told of clouds, held against the runs and against what films show.
@Suite struct PageCloudTests {
  private static let groups = [
    (1...6).map { Fixture.converging(20 * $0, wobble: 0.4, title: "Adam") },
    [Fixture.diverging(), Fixture.leaving(), Fixture.diverging(after: 30)],
  ]

  private func landscape(minimum: Double? = 0) -> Landscape {
    Landscape(
      title: "valley", objective: Fixture.valley, x: -2...2, y: -1...3, minimum: minimum)
  }

  private func clouds(_ clock: RaceClock = .steps) -> [RaceEntrant] {
    var style = RaceStyle()
    style.clock = clock
    return Self.groups.enumerated().map { i, runs in
      RaceEntrant(runs, index: i, on: .whole, clock: clock, style: style)
    }
  }

  private func page(
    _ groups: [[Trajectory]] = groups, entryLimit: Int = 30_000, runLimit: Int = 2400,
    minimum: Double? = 0
  ) -> JSONReader {
    var limits = PageLimits()
    (limits.cloudEntries, limits.runs) = (entryLimit, runLimit)
    let page = RacePage(
      groups: groups, on: landscape(minimum: minimum), resolution: PixelSize(width: 20, height: 20),
      limits: limits)
    return JSONReader(page.race)
  }

  @Test(arguments: [
    ([], []), ([0], [0]), ([0, 0, 0], [0, 2]), ([0, 0.5, 0.9, 1, 1.5, 2.1, 2.2], [0, 3, 5, 6]),
    ([0, 5, -5, 0], [0, 1, 2, 3]), ([0, .nan, .nan, 1, 1.1], [0, 1, 3, 4]),
    ([0, .infinity, .nan, .nan, .nan], [0, 1, 2, 4]),
  ])
  func entriesThatHaveMovedAreKept(places: [Double], kept: [Int]) {
    for (x, y) in [(1.0, 1.0), (2, 0.25)] {
      let points = places.map { PlanePoint($0 * x, 0) }
      #expect(CloudThinning.kept(of: points, reach: PlanePoint(x, y)) == kept)
      let upright = places.map { PlanePoint(0, $0 * y) }
      #expect(CloudThinning.kept(of: upright, reach: PlanePoint(x, y)) == kept)
    }
  }

  /// A run is never further from where it is drawn than the note says.
  @Test(arguments: [40, 100, 300])
  func runsStayNearWhereTheyAre(limit: Int) throws {
    let clouds = [clouds()[0]]
    let thinning = CloudThinning(clouds, on: landscape(), entryLimit: limit, runLimit: 100)
    let spacing = try #require(thinning.spacing)
    #expect(thinning.entries.joined().reduce(0) { $0 + $1.count } <= limit)
    for (entrant, kept) in zip(clouds[0].runs, thinning.entries[0]) {
      #expect(kept.first == 0 && kept.last == entrant.points.count - 1)
      for (i, point) in entrant.points.enumerated() {
        let shown = entrant.points[kept.last { $0 <= i } ?? 0]
        let (across, up) = ((point.x - shown.x) / 4, (point.y - shown.y) / 4)
        #expect((across * across + up * up).squareRoot() <= spacing)
      }
    }
    let percent = NumberLabel.value(100 * spacing, digits: 2)
    #expect(thinning.note(hasFewTimes: false) == "thinned: places to \(percent) % of the map")
  }

  @Test(arguments: [(100, 1, [6, 3]), (9, 1, [6, 3]), (8, 2, [3, 2]), (1, 9, [1, 1])])
  func someRunsOfManyAreDrawn(limit: Int, stride: Int, counts: [Int]) {
    let thinning = CloudThinning(clouds(), on: landscape(), entryLimit: 10_000, runLimit: limit)
    #expect(thinning.stride == stride)
    #expect(thinning.runs.map(\.count) == counts)
    #expect(thinning.spacing == nil)
    let note = stride == 1 ? nil : "thinned: one run in \(stride) is drawn"
    #expect(thinning.note(hasFewTimes: false) == note)
  }

  /// Whatever is thinned, medians and quartiles are of all runs, as the film has them.
  @Test(arguments: [(30_000, 2400), (20, 2)], [0, 0.25, nil])
  func bandsAreThoseOfTheFilm(limits: (Int, Int), minimum: Double?) throws {
    let page = page(entryLimit: limits.0, runLimit: limits.1, minimum: minimum)
    let rows = try page.member("entrants").elements()
    for clock in [RaceClock.steps, .gradients, .evaluations, .seconds] {
      for (cloud, row) in zip(clouds(clock), rows) {
        let band = try row.member("bands").member(PageClocks.name(clock))
        let quartiles = cloud.band(of: \.values)
        var time = 0
        let times = try row.member(PageClocks.name(clock)).elements().map {
          time += try $0.integer()
          return time
        }
        #expect(times == quartiles.clocks)
        for (name, values) in [
          ("lower", quartiles.lower), ("median", quartiles.median), ("upper", quartiles.upper),
        ] {
          let quantity = minimum == nil ? "value" : "excess"
          let series = try band.member("series").member(quantity)
          let errors = try series.elements()[0].member(name)
          try expectSame(errors, values.map { $0 - (minimum ?? 0) }, digits: 4)
        }
        let medians = times.map { cloud.median(at: $0) { $0.gradientNorms[$1] } ?? .nan }
        try expectSame(band.member("gradientNorm"), medians, digits: 4)
        let values = times.map { cloud.median(at: $0) { $0.values[$1] } ?? .nan }
        try expectSame(band.member("value"), values.map { $0 - (minimum ?? 0) }, digits: 6)
      }
    }
  }

  private func expectSame(_ list: JSONReader, _ values: [Double], digits: Int) throws {
    let numbers = try list.numbers()
    #expect(numbers == values.map { PageNumber.rounded($0, digits: digits) })
  }

  @Test func endsAreCountedByTime() throws {
    let rows = try page().member("entrants").elements()
    func ends(_ row: JSONReader, _ name: String) throws -> [Int] {
      try row.member("bands").member("steps").member(name).integers()
    }
    #expect(try ends(rows[0], "converged") == [20, 20, 20, 20, 20, 20])
    #expect(try ends(rows[0], "broken") == [])
    #expect(try ends(rows[1], "converged") == [])
    #expect(try ends(rows[1], "broken") == [40, 50])
    #expect(try rows.map { try $0.member("count").integer() } == [6, 3])
  }

  @Test func timesAreThinnedToTheirEnds() throws {
    let cloud = clouds()[0]
    let band = PageBand(cloud, minimum: 0, limit: 10)
    #expect(band.isThinned)
    let times = try JSONReader(band.clock).integers()
    #expect(times.count == 10)
    #expect(times.reduce(0, +) == 120)
    #expect(!PageBand(cloud, minimum: 0, limit: 121).isThinned)
  }

  /// Every run has its own counts under every clock, its places, and whether it broke off.
  @Test func allRunsAreThere() throws {
    let rows = try page().member("entrants").elements()
    for (row, group) in zip(rows, Self.groups) {
      let runs = try row.member("runs").elements()
      #expect(runs.count == group.count)
      for (run, trajectory) in zip(runs, group) {
        let counts = try run.member("evaluations").integers()
        #expect(counts.count == trajectory.count)
        #expect(counts.reduce(0, +) == trajectory.counts.evaluations)
        let isBroken = trajectory.outcome.kind == .diverged
        #expect(try run.member("isBroken").integer() == (isBroken ? 1 : 0))
      }
    }
  }

  /// One run each is what trajectories alone are; names go along with the heads of single runs.
  @Test func oneRunEachIsNoCloud() throws {
    let firsts = Self.groups.map { [$0[0]] }
    func text(_ groups: [[Trajectory]]) -> String {
      RacePage(
        groups: groups, on: landscape(), resolution: PixelSize(width: 20, height: 20)
      ).raceText
    }
    let alone = RacePage(
      firsts.map { $0[0] }, on: landscape(), resolution: PixelSize(width: 20, height: 20))
    #expect(text(firsts + [[]]) == alone.raceText)
    #expect(!alone.raceText.contains("\"runs\""))
    #expect(text(Self.groups).contains("\"hasHeadLabels\":0"))
    let mixed = text([Self.groups[0], firsts[1]])
    for part in ["\"runs\":[", "\"hasHeadLabels\":1", "\"end\":"] { #expect(mixed.contains(part)) }
  }
}
