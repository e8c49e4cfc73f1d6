import Experiments
import Testing

@testable import Scenes

struct CloudTests {
  private static func film(
    _ groups: [[Trajectory]], size: PixelSize = PixelSize(width: 640, height: 360)
  ) -> RaceFilm {
    var style = RaceStyle()
    (style.size, style.frameLimit) = (size, 60)
    let ground = RaceGround(
      title: "valley", objective: Fixture.valley, x: -2...2, y: -1...3, minimizers: [[1, 1]],
      minimum: 0)
    return RaceFilm(groups: groups, on: ground, style: style, measuring: FixedWidthMeasuring())
  }

  private static let groups = [
    (1...6).map { Fixture.converging(20 * $0, wobble: 0.4, title: "Adam") },
    [Fixture.diverging(), Fixture.leaving()],
  ]

  @Test func eachFrameHasAsManyElements() {
    let film = Self.film(Self.groups)
    let counts = Set((0..<film.frameCount).map { film.overlay(ofFrame: $0).count })
    // Dots and a row for each cloud, and the time.
    #expect(counts == [2 + 2 + 1])
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
  @Test func crowdsLeaveNoTrails() {
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
