import Experiments
import Testing

@testable import Scenes

/// Plots of what charts show, in the looks that are asked for.
struct PlotTests {
  private static func plot(
    _ quantity: ChartQuantity, _ groups: [[Trajectory]], colors: ThemeColors = .light,
    isLogarithmicX: Bool = false, size: PixelSize = PixelSize(width: 960, height: 640)
  ) -> Picture {
    ExcessPlot(
      groups: groups, of: .chart(RaceChart(quantity)), isLogarithmicX: isLogarithmicX,
      colors: colors, looks: [EntrantLook(label: "First", color: Color(0x123456))],
      guides: [.power(1), .factor(0.5)], size: size, title: "Headline",
      measuring: FixedWidthMeasuring()
    ).picture
  }

  @Test(
    arguments: ChartQuantity.all,
    [PixelSize(width: 480, height: 360), PixelSize(width: 1280, height: 720)])
  func everyQuantityIsPlotted(quantity: ChartQuantity, size: PixelSize) throws {
    let runs = try ChartTests.known.get()
    for groups in [runs.map { [$0] }, [[runs[0], runs[0], runs[2]], [runs[1]]]] {
      for isLogarithmicX in [false, true] {
        let picture = Self.plot(quantity, groups, isLogarithmicX: isLogarithmicX, size: size)
        let texts = picture.marks.compactMap(\.string)
        #expect(texts.contains("Headline"))
        // An excess is told where the minimum is known, which that of a network is not.
        guard quantity != .excess else { continue }
        #expect(texts.contains { $0.hasPrefix("First") })
        #expect(texts.contains { $0.hasPrefix(quantity.title.prefix(4)) })
        for ink in picture.marks.compactMap(\.ink) { #expect(size.rect.contains(ink)) }
      }
    }
  }

  @Test(arguments: ThemeColors.all)
  func plotsHaveTheirTheme(colors: ThemeColors) {
    let picture = Self.plot(.excess, Fixture.field.map { [$0] }, colors: colors)
    #expect(picture.background == colors.paper)
    let chosen = picture.marks.flatMap { $0.polylines(colored: Color(0x123456)) }
    #expect(!chosen.isEmpty)
  }

  /// The clock begins with the first step where nothing is known of the start.
  @Test(arguments: [(ChartQuantity.excess, "0"), (.speed, "1")])
  func axesBeginWhereCurvesDo(quantity: ChartQuantity, first: String) throws {
    let run = Fixture.trajectory([(0, 0), (0.5, 0.2), (0.8, 0.7), (1, 1.1)])
    let picture = Self.plot(quantity, [[run]])
    let lines = picture.marks.flatMap { $0.polylines(colored: Color(0x123456)) }
    let left = try #require(lines.joined().map(\.x).min())
    let frames = picture.marks.compactMap { mark in
      if case .rectangle(let rect, nil, _?) = mark { rect } else { nil }
    }
    #expect(frames.contains { abs($0.x - left) < 0.5 })
    #expect(picture.marks.compactMap(\.string).contains(first))
  }

  /// Medians' axes are those of what is drawn.
  @Test func axesOfMediansShowQuartiles() {
    let runs = (0..<9).map { i in
      Fixture.trajectory([(0, i == 8 ? 30 : 0.1), (1, 1.1), (1, 1.01)])
    }
    let labels = Self.plot(.excess, [runs]).marks.compactMap(\.string)
    #expect(!labels.contains("10⁴") && !labels.contains("10³"))
  }
}
