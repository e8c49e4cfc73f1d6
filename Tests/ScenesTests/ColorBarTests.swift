import Contours
import Testing

@testable import Scenes

struct ColorBarTests {
  private static let map = Rect(x: 50, y: 40, width: 300, height: 250)

  private func bar(_ levels: Levels) -> ColorBar {
    ColorBar(
      levels: levels, style: ContourStyle(),
      typesetting: Typesetting(Theme(.light, scale: 1), FixedWidthMeasuring()))
  }

  private static let levels: [Levels] = [
    Levels(rule: .excess, steps: (-30...10).map { Rung($0).value }, base: 3),
    Levels(rule: .symmetric, steps: [-100, -1e-3, 0, 1e-3, 100]),
    Levels(rule: .ranks, steps: (1...14).map { 1000 + Double($0) * 1e-4 }),
    Levels(rule: .fixed, steps: [1]), Levels(rule: .fixed, steps: []),
    Levels(rule: .ranks, steps: [], constant: 4),
  ]

  /// Boxes of the texts among some marks.
  private func boxes(_ marks: [Mark]) -> [Rect] {
    marks.compactMap { mark in
      guard case .text(let text, let anchor, let style) = mark else { return nil }
      return FixedWidthMeasuring().bounds(of: text, at: anchor, in: style)
    }
  }

  @Test(arguments: levels)
  func labelsFitAndDoNotTouch(levels: Levels) {
    let bar = bar(levels)
    let boxes = boxes(bar.marks(beside: Self.map))
    for (i, box) in boxes.enumerated() {
      #expect(box.x >= Self.map.maxX && box.maxX <= Self.map.maxX + bar.width)
      #expect(!boxes[..<i].contains(where: box.intersects))
    }
  }

  @Test func namesTellLevelsApart() {
    for levels in Self.levels { #expect(Set(bar(levels).names).count == bar(levels).names.count) }
    #expect(bar(Self.levels[2]).names.first == "0.0001")
    #expect(bar(Self.levels[2]).title == "f − 1000")
    #expect(bar(Self.levels[5]).names == ["4"])
  }

  @Test func theTitleSaysWhatIsMeasured() {
    #expect(bar(Self.levels[0]).title == "f − f*")
    #expect(bar(Self.levels[1]).title == "f")
  }

  @Test func thinnedLabelsAreRound() {
    let marks = bar(Self.levels[0]).marks(beside: Self.map)
    let names = marks.compactMap(\.string).dropFirst()
    #expect(names.count >= 10)
    #expect(names.allSatisfy { !$0.contains("2") || $0.contains("10") }, "\(names)")
  }

  @Test func withoutValuesThereIsNoBar() {
    let bar = bar(Levels(rule: .ranks, steps: []))
    #expect(bar.width == 0 && bar.marks(beside: Self.map).isEmpty)
  }

  @Test(arguments: RaceStyle.Layout.allCases, [(1280, 720), (640, 480), (600, 600), (480, 800)])
  func theBarIsBesideTheMap(layout: RaceStyle.Layout, size: (Int, Int)) {
    var style = RaceStyle()
    style.layout = layout
    style.size = PixelSize(width: size.0, height: size.1)
    let film = Fixture.film(style: style)
    let title = film.background.marks.compactMap { mark -> Rect? in
      guard case .text("f − f*", let anchor, let text) = mark, !text.isVertical else { return nil }
      // That of the table ends at its numbers.
      if text.alignment == .trailing { return nil }
      return FixedWidthMeasuring().bounds(of: "f − f*", at: anchor, in: text)
    }
    #expect(title.count == 1)
    #expect(title.allSatisfy(style.size.rect.contains))
  }
}
