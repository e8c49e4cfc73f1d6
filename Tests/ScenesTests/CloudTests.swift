import Experiments
import Testing

@testable import Scenes

struct CloudTests {
  private static func film(
    _ groups: [[Trajectory]], size: PixelSize = PixelSize(width: 640, height: 360),
    layout: RaceStyle.Layout = .standard, overlays: Set<RaceOverlay> = []
  ) -> RaceFilm {
    var style = RaceStyle()
    (style.size, style.frameLimit) = (size, 60)
    (style.layout, style.overlays) = (layout, overlays)
    let landscape = Landscape(
      title: "valley", objective: Fixture.valley, x: -2...2, y: -1...3, minimizers: [[1, 1]],
      minimum: 0)
    return RaceFilm(groups: groups, on: landscape, style: style, measuring: FixedWidthMeasuring())
  }

  private static let groups = [
    (1...6).map { Fixture.converging(20 * $0, wobble: 0.4, title: "Adam") },
    [Fixture.diverging(), Fixture.leaving()],
  ]

  @Test func eachFrameHasAsManyElements() {
    let film = Self.film(Self.groups)
    let counts = Set((0..<film.frameCount).map { film.overlay(ofFrame: $0).count })
    // Dots and a row for each cloud, and the time; the minimum and the start of the second.
    #expect(counts == [2 + 2 + 1 + 2])
  }

  private static let overlaySets: [Set<RaceOverlay>] = [
    [], [.tails], [.step, .gradient], [.rate],
  ]

  /// Whatever is drawn of a single run is drawn of several.
  @Test(arguments: RaceStyle.Layout.allCases, overlaySets)
  func everyLayoutShowsSeveralRuns(layout: RaceStyle.Layout, overlays: Set<RaceOverlay>) {
    let film = Self.film(Self.groups, layout: layout, overlays: overlays)
    let single = Self.film(Self.groups.map { [$0[0]] }, layout: layout, overlays: overlays)
    let counts = Set((0..<film.frameCount).map { film.overlay(ofFrame: $0).count })
    #expect(counts.count == 1)
    #expect(film.panels.count == single.panels.count)
    let fills = film.poster.marks.flatMap(\.markers).map(\.fill)
    for color in Self.groups.indices.map({ EntrantStyle(index: $0).color }) {
      #expect(fills.contains(color))
    }
    let page = film.size.rect
    #expect(film.poster.marks.flatMap(\.points).allSatisfy(page.contains))
  }

  /// In a grid each entrant's heads are on its own map, as many as it has runs.
  @Test func aGridHasAMapForEachEntrant() {
    let film = Self.film(Self.groups, layout: .grid)
    let maps = film.panels.compactMap { $0 as? MapPanel }
    #expect(maps.map { $0.paths.flatMap(\.paths).count } == [6, 2])
    for (i, map) in maps.enumerated() {
      let colors = Set(maps.indices.map { EntrantStyle(index: $0).color })
      let heads = map.overlay(at: 0).flatMap(\.marks).flatMap(\.markers).map(\.fill)
        .filter(colors.contains)
      #expect(heads == Array(repeating: EntrantStyle(index: i).color, count: [6, 2][i]))
    }
  }

  /// A start that all runs share is marked, as the key says; of others none is.
  @Test func aSharedStartIsMarked() {
    let one = Fixture.converging(10, wobble: 0, title: "A")
    let other = Fixture.trajectory([(0, 0), (1, 1)])
    func dots(_ groups: [[Trajectory]]) -> Int {
      let panel = Self.film(groups).panels.compactMap { $0 as? MapPanel }[0]
      return panel.overlay(at: 0).flatMap(\.marks).flatMap(\.markers).count {
        $0.shape == .circle && $0.fill == ThemeColors.light.halo
      }
    }
    #expect(dots([[one, other]]) == 0)
    #expect(dots([[one, one, one]]) == 1)
    #expect(dots([[one, one], [other, one]]) == 1)
    #expect(dots([[one], [other]]) == 2)
  }

  /// A single run beside an entrant with several is drawn as strongly as alone.
  @Test func oneRunBesideSeveralIsDrawnInFull() {
    let alone = Fixture.converging(30, wobble: 0.1, title: "B")
    let film = Self.film([Self.groups[0], [alone]])
    let map = film.panels.compactMap { $0 as? MapPanel }[0]
    let colors = Set([0, 1].map { EntrantStyle(index: $0).color })
    let heads = map.overlay(at: 0).flatMap(\.marks).flatMap(\.markers)
    let sizes = heads.filter { colors.contains($0.fill) }.map { $0.size }
    #expect(sizes.count == 7)
    #expect(Set(sizes.prefix(6)) == [sizes[6] / 2])
    let texts = film.overlay(ofFrame: film.frameCount - 1).flatMap(\.marks).compactMap(\.string)
    #expect(texts.contains("6 of 6 converged"))
    #expect(texts.contains { $0.hasSuffix(" at 30") })
  }

  /// Infinite heights are drawn at the upper edge, other infinite medians are not drawn.
  @Test func ratesHaveMedians() {
    let runs = Self.groups[0]
    let entrant = RaceEntrant(runs, index: 0, on: .whole, clock: .steps, style: RaceStyle())
    func plan(_ quantity: ChartQuantity) -> ChartPlan {
      ChartPlan(RaceChart(quantity), of: [runs], minimum: 0, clock: .steps)
    }
    let rates = plan(.rate)
    #expect(rates.medianOrdinate(.infinity) == nil)
    #expect(rates.medianOrdinate(0.1) == 0.1)
    let errors = plan(.excess)
    #expect(errors.medianOrdinate(.infinity) == errors.axis.domain.upperBound)
    let band = entrant.band { rates.values(of: $0.trajectory, line: 0) }
    #expect(band.median.allSatisfy { $0 == 0.1 })
  }

  @Test(arguments: [(1280, 720), (640, 480), (600, 600), (480, 800)])
  func everythingLiesInThePicture(width: Int, height: Int) {
    let film = Self.film(Self.groups, size: PixelSize(width: width, height: height))
    let page = film.size.rect
    for frame in 0..<film.frameCount {
      for element in film.trails(ofFrame: frame) + film.overlay(ofFrame: frame) {
        #expect(page.contains(element.bounds))
        #expect(element.marks.flatMap(\.points).allSatisfy(page.contains))
      }
    }
  }

  @Test func theTableCountsWhatHasConverged() {
    let film = Self.film(Self.groups)
    func texts(_ frame: Int) -> [String] {
      film.overlay(ofFrame: frame).flatMap(\.marks).compactMap(\.string)
    }
    #expect(texts(0).contains("0 of 6 converged"))
    #expect(texts(film.frameCount - 1).contains("6 of 6 converged"))
    #expect(texts(film.frameCount - 1).contains("0 of 2 converged, 1 broken off"))
  }

  /// Above sixty runs only dots are drawn.
  @Test func manyRunsLeaveNoTrails() {
    let one = Fixture.converging(10, wobble: 0, title: "A")
    /// Trails on the map, left of the chart.
    func trails(_ count: Int) -> Int {
      let film = Self.film([Array(repeating: one, count: count)])
      let middle = Double(film.size.width) / 2
      return (0..<film.frameCount).reduce(0) { sum, frame in
        sum + film.trails(ofFrame: frame).count { $0.bounds.maxX < middle }
      }
    }
    #expect(trails(60) > 60)
    #expect(trails(61) == 0)
  }
}
