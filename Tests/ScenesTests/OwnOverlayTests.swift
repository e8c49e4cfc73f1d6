import Testing

@testable import Scenes

/// An overlay of a program's own, which no catalogue needs to know to be drawn.
struct OwnOverlayTests {
  /// A line to the start, and a dot there.
  private static let home = RaceOverlay("home", note: "dot: home", .onGraphs) { moment in
    moment.segment(from: moment.x, to: moment.path[0]) + moment.dot(at: moment.path[0])
  }

  @Test func filmsDrawIt() throws {
    let run = try DetailedRace.run("momentum:lr=0.003", isDetailed: false)
    let overlays = DetailedRace.overlays([run], [Self.home, .step])
    // Above those of Descent.
    #expect(overlays.overlays.map(\.name) == ["step", "home"])
    let size = PixelSize(width: 1600, height: 720)
    let film = DetailedRace.film([run], [Self.home], size: size)
    #expect(film.background.marks.compactMap(\.string).contains { $0.contains("dot: home") })
    let alone = DetailedRace.overlays([run], [Self.home])
    let last = try #require(run.steps.last)
    let marks = try #require(alone.elements(at: last).first).marks.flatMap(\.points)
    let ends = [[0.5, 0.2], Array(run.point(run.count - 1))].map { alone.map.point($0[0], $0[1]) }
    for end in ends {
      let end = try #require(end)
      #expect(marks.contains { $0.distance(to: end) <= 1e-9 })
    }
  }

  @Test func pagesGetItsStrokes() throws {
    let run = try DetailedRace.run("momentum:lr=0.003", isDetailed: false)
    let overlays = DetailedRace.overlays([run], [Self.home])
    let moment = try #require(overlays.moment(0, entry: run.count - 1))
    let pen = overlays.pen(Self.home, of: overlays.paths[0])
    let strokes = Self.home.strokes?(moment).compactMap { PageStroke($0, pen, on: overlays.map) }
    #expect(strokes?.map(\.look.kind) == [.segment, .dot])
    #expect(strokes?.last?.numbers == [0.5, 0.2])
  }
}
