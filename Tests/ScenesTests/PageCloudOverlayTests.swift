import Contours
import Experiments
import JSON
import Testing

@testable import Scenes

/// Grids, overlays and rates of entrants with several runs on a page, held against those of their
/// runs alone.
@Suite struct PageCloudOverlayTests {
  private static let resolution = PixelSize(width: 200, height: 200)
  private static let starts = [[0.5, 0.2], [-2, 2], [3.5, -1.5]]

  private var landscape: Landscape {
    Landscape(title: "himmelblau", objective: { $0 + $1 }, x: -5...5, y: -5...5, minimum: 0)
  }

  private func groups() throws -> [[Trajectory]] {
    try ["cg", "newton"].map { optimizer in
      try Self.starts.map { try DetailedRace.run(optimizer, from: $0) }
    }
  }

  private func entrants(
    _ groups: [[Trajectory]], _ overlays: Set<RaceOverlay>,
    layout: RaceStyle.Layout = .standard, limits: PageLimits = PageLimits()
  ) throws -> JSONReader {
    var style = RaceStyle()
    (style.overlays, style.layout) = (overlays, layout)
    style.window = .fixed(Window(x: -5...5, y: -5...5))
    return JSONReader(
      RacePage(
        groups: groups, on: landscape, style: style, resolution: Self.resolution, limits: limits
      ).race)
  }

  /// In a window of its own, so that the map is the same, a run's strokes are those it has alone.
  @Test(arguments: [RaceOverlay.model, .directions])
  func runsHaveTheirStrokes(overlay: RaceOverlay) throws {
    let groups = try groups()
    let rows = try entrants(groups, [overlay]).member("entrants").elements()
    var count = 0
    for (row, group) in zip(rows, groups) {
      let color = try row.member("color").string()
      for (run, trajectory) in zip(try row.member("runs").elements(), group) {
        let alone = try entrants([[trajectory]], [overlay]).member("entrants").elements()[0]
        let strokes = try alone.optional("overlay")?.member("strokes").value
        #expect(try run.optional("overlay")?.member("strokes").value == strokes)
        guard strokes != nil else { continue }
        count += 1
        let looks = try run.member("overlay").member("looks").elements()
        #expect(try looks.contains { try $0.member("color").string() == color })
      }
    }
    #expect(count > 0)
  }

  /// Where overlays would take too much room, entries go, as the note says, and never runs.
  @Test func entriesGoWhereOverlaysTakeTooMuch() throws {
    let groups = try groups()
    func size(_ limit: Int) throws -> (numbers: Int, note: Bool, runs: [Int]) {
      var limits = PageLimits()
      limits.strokes = limit
      let page = try entrants(groups, [.step], limits: limits)
      let runs = try page.member("entrants").elements().map { try $0.member("runs").elements() }
      let strokes = try runs.joined().compactMap { try $0.optional("overlay") }
        .flatMap { try $0.member("strokes").elements() }
      let numbers = try strokes.reduce(0) { $0 + (try $1.elements().count) - 2 }
      let notes = try page.member("notes").elements().map { try $0.string() }
      return (numbers, notes.contains { $0.hasPrefix("thinned: ") }, runs.map(\.count))
    }
    let whole = try size(.max)
    #expect(!whole.note && whole.runs == [3, 3])
    for limit in [whole.numbers / 2, whole.numbers / 4] {
      let thinned = try size(limit)
      #expect(thinned.numbers <= limit && thinned.note && thinned.runs == [3, 3])
    }
    // Two entries of each run stay.
    #expect(try size(0).numbers <= 2 * 3 * 6)
  }

  @Test func tailsRatesAndGridsAreThere() throws {
    let page = try entrants(try groups(), [.tails, .rate], layout: .grid)
    #expect(try page.member("isGrid").integer() == 1)
    let charts = try page.member("charts").elements().map { try $0.member("name").string() }
    #expect(charts == ["excess", "rate"])
    #expect(try page.optional("tailLengths") != nil)
    for row in try page.member("entrants").elements() {
      #expect(try row.member("tail").elements().count == TailFading.count + 2)
    }
  }

  /// Over each clock, as the film's chart has them.
  @Test func ratesAreThoseOfTheFilm() throws {
    let groups = try groups()
    let rows = try entrants(groups, [.rate]).member("entrants").elements()
    for (i, row) in rows.enumerated() {
      for clock in [RaceClock.steps, .gradients, .evaluations] {
        let film = RaceEntrant(
          groups[i], index: i, on: .whole, clock: clock, style: RaceStyle()
        ).band(of: \.rates)
        let series = try row.member("bands").member(PageClocks.name(clock)).member("series")
        let rates = try series.member("rate").elements()[0]
        for (name, values) in [
          ("lower", film.lower), ("median", film.median), ("upper", film.upper),
        ] {
          let numbers = try rates.member(name).numbers()
          #expect(numbers == values.map { PageNumber.rounded($0, digits: 4) })
        }
      }
    }
  }

  /// More maps than a page has room for are not left out without a word.
  @Test(arguments: [(24, 1), (25, 0)])
  func tooManyMapsAreTold(count: Int, isGrid: Int) throws {
    let runs = [Fixture.leaving(), Fixture.leaving()]
    let page = try entrants(Array(repeating: runs, count: count), [], layout: .grid)
    #expect(try page.member("isGrid").integer() == isGrid)
    let notes = try page.member("notes").elements().map { try $0.string() }
    #expect(notes.contains("one map: a grid on a page has at most 24") == (isGrid == 0))
  }

  @Test(arguments: [RaceStyle.Layout.standard, .grid, .figure])
  func figuresAreTold(layout: RaceStyle.Layout) throws {
    let page = try entrants(try groups(), [], layout: layout)
    let notes = try page.member("notes").elements().map { try $0.string() }
    #expect(notes.contains("the layout figure is for pictures alone") == (layout == .figure))
  }
}
