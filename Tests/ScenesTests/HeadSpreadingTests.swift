import Foundation
import Testing

@testable import Scenes

/// Heads that would cover one another, or a place of note, stand apart.
@Suite struct HeadSpreadingTests {
  private static let area = Rect(x: 0, y: 0, width: 400, height: 300)
  private static let star = (place: Point(200, 150), reach: 8.0)

  /// Up to fourteen on a star.
  @Test(arguments: 1...14) func headsOnAStarStandAroundIt(_ count: Int) throws {
    let spreading = HeadSpreading(fixed: [Self.star], reach: 7, area: Self.area)
    let places = spreading.spread(Array(repeating: Self.star.place, count: count))
    let points = places.compactMap { $0 }
    #expect(points.count == count)
    for (i, point) in points.enumerated() {
      // Within a twentieth of a marker of where nothing is covered.
      #expect(point.distance(to: Self.star.place) >= 15 - 0.7)
      for other in points[(i + 1)...] { #expect(point.distance(to: other) >= 14 - 0.7) }
    }
  }

  @Test func whatStandsApartStays() {
    let spreading = HeadSpreading(fixed: [Self.star], reach: 7, area: Self.area)
    let points: [Point?] = [Point(100, 100), nil, Point(114.1, 100), Point(200, 200)]
    #expect(spreading.spread(points) == points)
  }

  @Test func headsStayOnTheMap() {
    let spreading = HeadSpreading(fixed: [], reach: 7, area: Self.area)
    let corner = Point(400, 300)
    let places = spreading.spread(Array(repeating: corner, count: 5))
    #expect(places.allSatisfy { $0.map(Self.area.contains) ?? false })
  }

  /// A head that comes nearer to a place of note moves aside without a leap.
  @Test func placesFollowContinuously() throws {
    let spreading = HeadSpreading(fixed: [Self.star], reach: 7, area: Self.area)
    var last: Point?
    for x in stride(from: 160.0, through: 199, by: 0.25) {
      let place = try #require(spreading.spread([Point(x, 149), Point(40, 40)])[0])
      if let last { #expect(place.distance(to: last) < 3) }
      last = place
    }
  }

  /// At the end of a race on one minimum, neither names nor heads cover the star or each other.
  @Test func theEndOfARaceIsSeenWhole() throws {
    let runs = (0..<4).map { i in
      Fixture.trajectory([(-1.5, 0.2), (0.5 + 0.1 * Double(i), 0.8), (1, 1), (1, 1)])
    }
    let film = Fixture.film(runs, size: PixelSize(width: 1280, height: 720))
    let panel = try #require(film.panels.compactMap { $0 as? MapPanel }.first)
    let elements = panel.overlay(at: 3)
    let star = try #require(panel.map.point(1, 1))
    let heads = elements.flatMap(\.marks).compactMap { mark -> Point? in
      guard case .marker(let shape, let place, _, _, _) = mark, shape != .star, shape != .cross,
        place.distance(to: star) < 60
      else { return nil }
      return place
    }
    #expect(heads.count == 4)
    for (i, head) in heads.enumerated() {
      #expect(head.distance(to: star) > 13)
      for other in heads[(i + 1)...] { #expect(head.distance(to: other) > 12) }
    }
    let names = elements.flatMap(\.marks).compactMap { mark -> Rect? in
      guard case .rectangle(let box, _, _) = mark else { return nil }
      return box
    }
    #expect(names.count == 4 && names.allSatisfy { !$0.contains(star) })
  }
}
