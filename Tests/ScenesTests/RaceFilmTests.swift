import Experiments
import Testing

@testable import Scenes

struct RaceFilmTests {
  private static let sizes = [(1280, 720), (1920, 1080), (640, 480), (600, 600), (480, 800)]
    .map { PixelSize(width: $0.0, height: $0.1) }

  private func elements(_ film: RaceFilm) -> [Element] {
    (0..<film.frameCount).flatMap { film.trails(ofFrame: $0) + film.overlay(ofFrame: $0) }
  }

  @Test func framesAreLimited() {
    #expect(Fixture.film(frameLimit: 60).frameCount == 60)
    let short = Fixture.film([Fixture.leaving()], frameLimit: 300)
    // Each of the 50 steps stays for 5 frames.
    #expect(short.frameCount == 12 + 251 + 25)
    #expect(short.timeline.clock(ofFrame: 12 + 7 * 5 + 1) == 7)
    #expect(short.trails(ofFrame: short.frameCount - 1).isEmpty)
  }

  @Test(arguments: RaceClock.allCases, RaceStyle.Layout.allCases)
  func overlaysHaveTheSameCount(clock: RaceClock, layout: RaceStyle.Layout) {
    var style = RaceStyle()
    style.clock = clock
    style.layout = layout
    style.frameLimit = 60
    let film = Fixture.film(style: style)
    let counts = Set((0..<film.frameCount).map { film.overlay(ofFrame: $0).count })
    // Of each of four: a label, a line to it, a head, a line from that, and a start. The minimum
    // and the saddle on each map.
    let maps = layout == .grid ? 4 : 1
    let onMaps = 5 * 4 + 2 * maps
    // Errors, and table or captions; the time.
    let expected: [RaceStyle.Layout: [Int]] = [
      .standard: [onMaps + 2 * 4 + 1], .grid: [onMaps + 4 + 1, onMaps + 2 * 4 + 1],
      .figure: [onMaps],
    ]
    #expect(counts.count == 1 && expected[layout]?.contains(counts.first ?? 0) == true)
  }

  @Test func theTitleCoversThePageAndGoes() {
    var style = RaceStyle()
    style.titleSlide = TitleSlide.Words(title: "A race", subtitle: "in the valley")
    let film = Fixture.film(style: style)
    let isCovered = (0..<film.frameCount).map { frame in
      film.overlay(ofFrame: frame).contains { $0.bounds == film.size.rect }
    }
    #expect(isCovered.prefix(25).allSatisfy { $0 })
    #expect(!isCovered.dropFirst(25).contains(true))
    #expect(film.overlay(ofFrame: 0).last?.marks.compactMap(\.string).contains("Wanderer") == true)
  }

  @Test func piecesJoinToTheWholeTrail() {
    let map = Plot(area: Rect(x: 10, y: 10, width: 300, height: 200), x: -2...2, y: -1...3)
    for trajectory in Fixture.field {
      let entrant = RaceRun(trajectory, index: 0, clock: .steps, colors: .light)
      let trail = RacePath(entrant, on: map).trail
      let timeline = RaceTimeline(last: 400, frameLimit: 60, hasTitle: false)
      var joined: [Point] = []
      for frame in 0..<timeline.frameCount {
        let old = frame == 0 ? -1 : timeline.clock(ofFrame: frame - 1)
        for piece in trail.pieces(after: old, through: timeline.clock(ofFrame: frame), lead: 0) {
          joined += piece.fresh.first == joined.last ? Array(piece.fresh.dropFirst()) : piece.fresh
        }
      }
      let whole = trail.runs.filter { $0.count > 1 }.joined().map(\.point)
      #expect(joined == whole)
    }
  }

  /// A line on the map and one in the chart, each drawn once, in the order of the entrants.
  @Test func thePosterHoldsEachTrailOnce() {
    let film = Fixture.film()
    let poster = Array(film.poster.marks.dropFirst(film.background.marks.count))
    let last = film.overlay(ofFrame: film.frameCount - 1).flatMap(\.marks)
    #expect(Array(poster.suffix(last.count)) == last)
    let places = EntrantPlaces.places(of: Fixture.field)
    let colors = places.map { EntrantStyle(index: $0).color }
    let drawn = poster.dropLast(last.count).compactMap { mark in
      colors.firstIndex { !mark.polylines(colored: $0).isEmpty }
    }
    #expect(drawn == Array(colors.indices) + Array(colors.indices))
  }

  @Test(arguments: sizes)
  func everythingLiesInThePicture(size: PixelSize) {
    let film = Fixture.film(size: size, frameLimit: 30)
    let page = size.rect
    for element in elements(film) {
      #expect(page.contains(element.bounds))
      #expect(element.marks.flatMap(\.points).allSatisfy(page.contains))
    }
    #expect(film.background.marks.flatMap(\.points).allSatisfy(page.contains))
  }

  @Test(arguments: [0.0, nil])
  func nothingIsInfinite(minimum: Double?) {
    let film = Fixture.film([Fixture.diverging()], minimum: minimum)
    let points = (film.poster.marks + elements(film).flatMap(\.marks)).flatMap(\.points)
    #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    let states = film.overlay(ofFrame: film.frameCount - 1).flatMap(\.marks).compactMap(\.string)
    #expect(states.count { $0 == "diverged at 40" } == 2)
  }

  @Test func labelsKeepOffHeads() {
    let trajectories = Array(repeating: Fixture.diverging(), count: 4)
    let film = Fixture.film(trajectories, size: PixelSize(width: 1280, height: 720))
    let overlay = film.overlay(ofFrame: film.frameCount - 1)
    let labels = overlay.flatMap(\.marks).compactMap { mark -> Rect? in
      if case .rectangle(let box, _, _) = mark { box } else { nil }
    }
    let heads = overlay.filter { $0.marks.contains { !$0.markers.isEmpty } }
    #expect(heads.count >= 4)
    #expect(labels.count >= 2)
    for (i, label) in labels.enumerated() {
      #expect(!labels[..<i].contains(where: label.intersects))
      #expect(!heads.contains { $0.bounds.grown(by: -3).intersects(label) })
    }
  }

  @Test func anEntrantOutsideIsReported() {
    var style = RaceStyle()
    style.window = .domain
    let film = Fixture.film(
      [Fixture.leaving(), Fixture.converging(100, wobble: 0, title: "A")], style: style)
    let texts = (0..<film.frameCount).map { i in
      film.overlay(ofFrame: i).flatMap(\.marks).compactMap(\.string)
    }
    #expect(texts.contains { $0.contains("outside window") })
    #expect(texts.last?.contains("budget spent") == true)
    #expect(texts.last?.contains("converged at 100") == true)
  }

  /// The errors begin with the start and go where the run goes, whatever part of it the map shows;
  /// what diverges does not count.
  @Test func errorsDoNotDependOnTheWindow() {
    let run = Fixture.converging(100, wobble: 0, title: "A")
    func axis(_ runs: [Trajectory], _ x: ClosedRange<Double>) -> ValueAxis {
      let landscape = Landscape(
        title: "valley", objective: Fixture.valley, x: x, y: 0...2, minimum: 0)
      return Race(runs, on: landscape, clock: .steps).axis
    }
    let whole = axis([run], -2...2)
    #expect(axis([run], 0.9...1.1).domain == whole.domain)
    #expect(axis([run], 7...8).domain == whole.domain)
    #expect(run.values.allSatisfy { whole.domain.contains(whole.ordinate($0) ?? 0) })
    #expect(axis([run, Fixture.diverging()], -2...2).domain.upperBound < 1e5)
  }

  /// An arrowhead, or a cross after a breakdown, is where the trail ends, and points along it.
  @Test(arguments: [Outcome.Kind.budgetSpent, .diverged])
  func headsOutsideAreWhereTheTrailLeaves(kind: Outcome.Kind) throws {
    let area = Rect(x: 0, y: 0, width: 400, height: 400)
    let map = Plot(area: area, x: -2...2, y: -2...2)
    // Leaves at the right, at y = 0.5, and goes on far up there.
    let run = Fixture.trajectory(
      [(0, 0), (1, 0.25), (4, 1), (3, 1e9)], outcome: Outcome(kind, "f"))
    let entrant = RaceRun(run, index: 0, clock: .steps, colors: .light)
    let heads = RaceHeads(area: area, theme: Theme(.light, scale: 1))
    for clock in [2, 3] {
      let element = heads.head(RacePath(entrant, on: map), at: clock)
      let marks = element.marks.flatMap { mark in
        if case .clipped(_, let marks) = mark { marks } else { [mark] }
      }
      let points = marks.flatMap(\.points)
      let tip = try #require(points.max { $0.x < $1.x })
      #expect(abs(tip.y - 150) < 10 && tip.x > 390, "\(clock): \(points)")
      #expect(points.allSatisfy { abs($0.y - 150) < 20 })
    }
  }

  @Test func nobodyRaces() {
    let film = Fixture.film([])
    #expect(film.frameCount == 1 + 2 + 6)
    // The time, and what is on the map whoever races.
    #expect(film.overlay(ofFrame: 0).count == 1 + 2)
  }
}
