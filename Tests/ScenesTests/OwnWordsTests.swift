import Specifications
import Testing

@testable import Scenes

/// Headline, subtitle, footer and notes that somebody chose.
struct OwnWordsTests {
  private func style(
    _ layout: RaceStyle.Layout, _ colors: ThemeColors = .light
  ) -> RaceStyle {
    var style = RaceStyle()
    style.contours.colors = colors
    (style.size, style.layout, style.frameLimit) = (PixelSize(width: 960, height: 640), layout, 120)
    if layout == .figure { style.paperWidth = 120 }
    return style
  }

  private func maps(of film: RaceFilm) -> [Rect] {
    film.panels.compactMap { ($0 as? MapPanel)?.map.area }
  }

  private func words(_ marks: [Mark]) -> [String] { marks.compactMap(\.string) }

  @Test(arguments: RaceStyle.Layout.allCases, [ThemeColors.light, .projector])
  func headlinesStandAboveTheMap(layout: RaceStyle.Layout, colors: ThemeColors) throws {
    var style = style(layout, colors)
    (style.headline, style.subtitle) = ("Momentum", "on a bowl")
    let film = Fixture.film(style: style)
    let marks = film.background.marks
    #expect(words(marks).contains("Momentum") && words(marks).contains("on a bowl"))
    #expect(!words(marks).contains("valley"))
    let lowest = marks.compactMap { mark -> Double? in
      guard case .text(let text, let place, let style) = mark,
        ["Momentum", "on a bowl"].contains(text)
      else { return nil }
      return place.y + style.size / 2
    }
    let top = try #require(maps(of: film).map(\.y).min())
    #expect(lowest.count == 2 && lowest.allSatisfy { 0 < $0 && $0 < top })
  }

  /// A figure has no headline of its own accord.
  @Test func withoutWordsNothingIsNew() {
    #expect(words(Fixture.film(style: style(.standard)).background.marks).contains("valley"))
    #expect(!words(Fixture.film(style: style(.figure)).background.marks).contains("valley"))
  }

  @Test(arguments: [RaceStyle.Layout.standard, .grid])
  func footersAreReplaced(layout: RaceStyle.Layout) {
    var style = style(layout)
    let usual = words(Fixture.film(style: style).background.marks)
    #expect(usual.contains { $0.contains("seed 0") } && usual.contains("minimum"))
    style.footer = "Four ways down"
    let own = words(Fixture.film(style: style).background.marks)
    #expect(own.contains("Four ways down") && own.contains("minimum"))
    #expect(!own.contains { $0.contains("seed 0") })
    style.footer = ""
    let none = words(Fixture.film(style: style).background.marks)
    #expect(!none.contains { $0.contains("seed 0") } && !none.contains("minimum"))
  }

  /// Pictures for halls have no footer of their own accord, but one that somebody chose.
  @Test(arguments: RaceStyle.Layout.allCases)
  func hallsHaveAChosenFooter(layout: RaceStyle.Layout) throws {
    var style = style(layout, .projector)
    #expect(!words(Fixture.film(style: style).background.marks).contains("Four ways down"))
    style.footer = "Four ways down"
    let film = Fixture.film(style: style)
    let place = try #require(position(of: "Four ways down", film.background.marks))
    let bottom = try #require(maps(of: film).map(\.maxY).max())
    #expect(bottom < place.y && place.y < Double(style.size.height))
    style.footer = ""
    #expect(!words(Fixture.film(style: style).background.marks).contains("minimum"))
  }

  @Test(arguments: [ThemeColors.light, .projector])
  func sheetsHaveChosenWords(colors: ThemeColors) throws {
    var style = style(.standard, colors)
    (style.size, style.headline, style.subtitle, style.footer) = (
      PixelSize(width: 1280, height: 720), "Momentum", "on a bowl", "Four ways down"
    )
    let marks = Fixture.sheet(style: style).marks
    let places = try ["Momentum", "on a bowl", "step 0 of 400", "Four ways down"].map {
      try #require(position(of: $0, marks)).y
    }
    #expect(places == places.sorted())
    style.footer = ""
    let none = words(Fixture.sheet(style: style).marks)
    #expect(none.contains("Wanderer") && !none.contains("minimum"))
  }

  private func position(of words: String, _ marks: [Mark]) -> Point? {
    marks.lazy.compactMap { mark -> Point? in
      guard case .text(words, let place, _) = mark else { return nil }
      return place
    }.first
  }

  @Test func figuresHaveACaption() {
    var style = style(.figure)
    style.footer = "Four ways down"
    #expect(words(Fixture.film(style: style).background.marks).contains("Four ways down"))
    style.footer = ""
    let none = words(Fixture.film(style: style).background.marks)
    #expect(none.contains("Wanderer") && !none.contains("minimum"))
  }

  // MARK: - Notes

  @Test(arguments: RaceStyle.Layout.allCases)
  func notesAreSaidAtTheirMoment(layout: RaceStyle.Layout) throws {
    var style = style(layout)
    style.timedNotes = [TimedNote(at: 7, "seven"), TimedNote(at: 1e6, "never")]
    let film = Fixture.film(style: style)
    let maps = maps(of: film)
    let left = try #require(maps.map(\.x).min())
    let right = try #require(maps.map(\.maxX).max())
    var shown = 0
    for frame in 0..<film.frameCount {
      let elements = film.overlay(ofFrame: frame).filter { words($0.marks).contains("seven") }
      #expect(elements.isEmpty == (film.timeline.clock(ofFrame: frame) != 7))
      shown += elements.count
      for element in elements {
        #expect(left <= element.bounds.x && element.bounds.maxX <= right)
        #expect(maps.contains { $0.intersects(element.bounds) })
      }
    }
    #expect(shown >= 50)
  }

  @Test(arguments: [[], [0], [5], [400], [3, 3, 200], [0, 1, 2, 399, 400], [1000]])
  func theClockStopsWhereSomethingIsSaid(stops: [Int]) {
    for (limit, last) in [(300, 400), (300, 20), (48, 400), (2, 400), (1, 0)] {
      let timeline = RaceTimeline(
        last: last, frameLimit: limit, hasTitle: true, stops: Set(stops))
      let clocks = (0..<timeline.frameCount).map(timeline.clock)
      #expect(timeline.frameCount <= max(limit, 1))
      #expect(clocks == clocks.sorted())
      #expect(clocks.last == last)
      let real = Set(stops).filter { $0 <= last }
      for stop in real where limit >= 48 {
        #expect(clocks.count { $0 == stop } >= min(50, limit / 2 / real.count))
      }
    }
  }

  /// Of more stops than half of the frames, the first are shown.
  @Test func manyStopsTakeAFrameEach() {
    for limit in [1, 2, 7, 24, 60] {
      let stops = Set(stride(from: 100, to: 300, by: 3))
      let timeline = RaceTimeline(last: 400, frameLimit: limit, hasTitle: true, stops: stops)
      let clocks = (0..<timeline.frameCount).map(timeline.clock)
      #expect(timeline.frameCount <= limit && clocks == clocks.sorted())
      #expect(Set(clocks).isSuperset(of: stops.sorted().prefix(limit / 2)))
    }
  }

  @Test(arguments: [
    ("20: over", 20.0, "over"), ("0.5:a: b", 0.5, "a: b"), ("7:  x  y ", 7, "x y"),
  ])
  func notesAreRead(text: String, amount: Double, words: String) throws {
    let note = try TimedNote(spelling: text)
    #expect(note == TimedNote(at: amount, words))
    #expect(try TimedNote(spelling: note.spelling) == note)
  }

  @Test(arguments: ["", "over", "20", "20:", "20: ", "-1: over", "inf: over", "x: over"])
  func whatIsNoNoteIsRefused(text: String) {
    #expect(throws: SpecificationError.self) { try TimedNote(spelling: text) }
  }
}
