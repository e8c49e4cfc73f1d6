import Testing

@testable import Experiments
@testable import Scenes

/// Where the parts of a race stand on pages of any shape.
struct LayoutTests {
  static let sizes = [
    PixelSize(width: 480, height: 360), PixelSize(width: 1280, height: 720),
    PixelSize(width: 1920, height: 1080), PixelSize(width: 3840, height: 2160),
    PixelSize(width: 1080, height: 1080), PixelSize(width: 800, height: 600),
    PixelSize(width: 1080, height: 1350), PixelSize(width: 1080, height: 1920),
    PixelSize(width: 3000, height: 700),
  ]
  static let ratios: [Double?] = [nil, 0.5, 1, 2]

  private func frame(_ size: PixelSize, scale: Double = 1) -> RaceFrame {
    var style = RaceStyle()
    style.size = size
    style.scale = scale
    return RaceFrame(
      size: size, typesetting: Typesetting(style.theme, FixedWidthMeasuring()))
  }

  private func layout(_ frame: RaceFrame, ratio: Double?) -> RaceLayout {
    let s = frame.theme.scale
    return RaceLayout(
      frame: frame, labels: .init(map: 30 * s, chart: 30 * s), barWidth: 70 * s,
      legendHeight: 190 * s, ratio: ratio)
  }

  @Test(arguments: sizes, ratios) func partsDoNotOverlap(size: PixelSize, ratio: Double?) {
    let frame = frame(size)
    let layout = layout(frame, ratio: ratio)
    let parts = [layout.map, layout.chart, layout.legend]
    for (i, part) in parts.enumerated() {
      #expect(frame.content.grown(by: 1).contains(part), "\(size) \(i): \(part)")
      #expect(!parts[..<i].contains(where: part.intersects), "\(size) \(i): \(part)")
      #expect(part.width > 90 && part.height > 40, "\(size) \(i): \(part)")
    }
  }

  @Test(arguments: sizes) func unitsAreEqualWhereTheyAreToBe(size: PixelSize) {
    for ratio in [0.5, 0.8, 1, 1.25, 2] {
      let map = layout(frame(size), ratio: ratio).map
      // Of whole pixels.
      #expect(abs(map.width - ratio * map.height) <= 1 + ratio, "\(size): \(map)")
    }
  }

  /// On a page of any shape at least two fifths are map and chart, in the usual case of a square
  /// map.
  @Test(arguments: sizes.filter { 600 < $0.width && $0.width < 2 * $0.height }) func pagesAreUsed(
    size: PixelSize
  ) {
    let layout = layout(frame(size), ratio: 1)
    let used =
      layout.map.width * layout.map.height + layout.chart.width * layout.chart.height
    #expect(used > 0.4 * Double(size.width * size.height), "\(size): \(used)")
  }

  private func race(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Race {
    var landscape = Landscape(title: "valley", objective: Fixture.valley, x: x, y: y, minimum: 0)
    landscape = landscape.seen(through: .domain, .auto, by: Fixture.field)
    return Race(Fixture.field, on: landscape, clock: .steps)
  }

  private func grid(_ count: Int, _ size: PixelSize, _ race: Race) -> GridLayout {
    GridLayout(
      count: count, race: race, axis: race.axis, frame: frame(size), barWidth: 60)
  }

  @Test(arguments: sizes) func mapsOfAGridLieInIt(size: PixelSize) {
    for race in [race(x: -2...2, y: -2...2), race(x: -20...20, y: -1...1)] {
      for count in [1, 2, 3, 4, 5, 6, 8, 11, 16] {
        let grid = grid(count, size, race)
        let content = frame(size).content.grown(by: 1)
        let maps = (0..<count).map(grid.map)
        #expect(maps.allSatisfy(content.contains), "\(size) \(count)")
        #expect((0..<count).map(grid.caption).allSatisfy(content.contains), "\(size) \(count)")
        for (i, map) in maps.enumerated() {
          #expect(!maps[..<i].contains(where: map.intersects))
          #expect(!(0..<count).map(grid.caption).contains(where: map.intersects))
        }
        guard let chart = grid.chart else { continue }
        #expect(content.contains(chart) && chart.width > 90 && chart.height > 60)
        #expect(!(maps + (0..<count).map(grid.caption)).contains(where: chart.intersects))
      }
    }
  }

  @Test func roomBelowMapsIsForTheErrors() {
    let square = race(x: -2...2, y: -2...2)
    #expect(grid(4, PixelSize(width: 1280, height: 720), square).chart != nil)
    #expect(grid(2, PixelSize(width: 1280, height: 720), square).chart == nil)
    #expect(grid(4, PixelSize(width: 1080, height: 1920), square).chart != nil)
  }

  @Test func fourMapsAreNeverThreeAndOne() {
    for size in Self.sizes {
      for race in [race(x: -2...2, y: -2...2), race(x: -5...10, y: 0...15)] {
        let grid = grid(4, size, race)
        let rows = Set((0..<4).map { grid.map($0).y })
        #expect([1, 2, 4].contains(rows.count), "\(size): \(rows)")
      }
    }
  }

  @Test func textGrowsWithTheScale() {
    for size in Self.sizes {
      let usual = frame(size).theme.label.size
      #expect(abs(frame(size, scale: 1.5).theme.label.size / usual - 1.5) < 1e-12)
    }
  }
}
