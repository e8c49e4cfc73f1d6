import Testing

@testable import Experiments
@testable import Scenes

struct MapAspectTests {
  struct Case: Sendable {
    let aspect: MapAspect
    let isFound: Bool
    let window: Window
    var domain = Window(x: 0...1, y: 0...1)
    /// Width over height; nil where units are not equal.
    let ratio: Double?
  }

  private static let square = Window(x: -1...1, y: 3...5)
  private static let strip = Window(x: 0...100, y: 0...1)
  private static let pillar = Window(x: 0...1, y: -20...0)

  static let cases = [
    Case(aspect: .auto, isFound: false, window: square, ratio: 1),
    Case(aspect: .auto, isFound: false, window: strip, ratio: nil),
    Case(aspect: .auto, isFound: false, window: pillar, ratio: nil),
    Case(aspect: .auto, isFound: true, window: strip, ratio: 1.25),
    Case(aspect: .auto, isFound: true, window: pillar, ratio: 0.8),
    Case(aspect: .auto, isFound: true, window: square, domain: strip, ratio: nil),
    Case(aspect: .equal, isFound: false, window: strip, ratio: 2),
    Case(aspect: .equal, isFound: false, window: pillar, ratio: 0.5),
    Case(aspect: .equal, isFound: true, window: pillar, ratio: 0.8),
    Case(aspect: .fill, isFound: false, window: square, ratio: nil),
    Case(aspect: .fill, isFound: true, window: strip, ratio: nil),
  ]

  @Test(arguments: cases) func windowsAreWidened(_ test: Case) {
    let (window, isEqual) = test.aspect.shown(
      test.window, isFound: test.isFound, in: test.domain)
    #expect(isEqual == (test.ratio != nil))
    guard let ratio = test.ratio else {
      #expect(window == test.window)
      return
    }
    #expect(abs(window.width / window.height - ratio) < 1e-12)
    // Nothing is lost, and nothing moves.
    #expect(window.x.contains(test.window.x) && window.y.contains(test.window.y))
    for (old, new) in [(test.window.x, window.x), (test.window.y, window.y)] {
      #expect(abs(new.lowerBound + new.upperBound - old.lowerBound - old.upperBound) < 1e-12)
    }
  }

  /// A circle of the plane is one on the map.
  @Test(arguments: [
    RaceStyle.Layout.standard, .grid, .figure,
  ]) func circlesAreCircles(layout: RaceStyle.Layout) throws {
    for size in LayoutTests.sizes.dropFirst() {
      var style = RaceStyle()
      style.size = size
      style.layout = layout
      style.aspect = .equal
      let landscape = Landscape(
        title: "valley", objective: Fixture.valley, x: -2...2, y: -1...1.5, minimum: 0)
      let film = RaceFilm(
        Fixture.field, on: landscape, style: style, measuring: FixedWidthMeasuring())
      let maps = film.panels.compactMap { ($0 as? MapPanel)?.map }
      let map = try #require(maps.first)
      let across = try #require(map.point(1, 0)).x - (try #require(map.point(0, 0)).x)
      let down = try #require(map.point(0, 0)).y - (try #require(map.point(0, 1)).y)
      #expect(abs(across / down - 1) < 0.02, "\(size) \(layout)")
    }
  }

  /// The graph of a function of one variable has f as its second axis.
  @Test func graphsHaveNoEqualUnits() {
    let landscape = Landscape(
      title: "parabola", graphOf: { 2 * $0 * $0 }, x: -1...1, minimum: 0)
    let seen = landscape.seen(through: .domain, .equal, by: [])
    #expect(!seen.hasEqualUnits && seen.y == landscape.y)
  }
}
