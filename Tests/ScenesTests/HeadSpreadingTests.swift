import Foundation
import Testing

@testable import Scenes

/// Heads that would cover one another, or a place of note, stand apart.
@Suite struct HeadSpreadingTests {
  private static let area = Rect(x: 0, y: 0, width: 400, height: 300)
  private static let spreading = HeadSpreading(fixed: [], reach: 7, area: area)

  @Test(arguments: 1...14) func headsAtOnePlaceFanOutAroundIt(_ count: Int) throws {
    let place = Point(200, 150)
    let points = Self.spreading.spread(Array(repeating: place, count: count)).compactMap { $0 }
    #expect(points.count == count)
    if count == 1 { #expect(points == [place]) }
    for (i, point) in points.enumerated() {
      // Within a twentieth of a marker of where nothing is covered.
      for other in points[(i + 1)...] { #expect(point.distance(to: other) >= 14 - 0.7) }
    }
    let middle = Point(
      points.reduce(0) { $0 + $1.x } / Double(count), points.reduce(0) { $0 + $1.y } / Double(count)
    )
    #expect(middle.distance(to: place) < 3)
  }

  /// One head on a star stays, as its star is seen around it; several stand around the star.
  @Test(arguments: 1...14) func headsStandAroundAStar(_ count: Int) throws {
    let star = (place: Point(200, 150), reach: 8.0)
    let around = HeadSpreading(fixed: [star], reach: 7, area: Self.area)
    let points = around.spread(Array(repeating: star.place, count: count)).compactMap { $0 }
    guard count > 1 else { return #expect(points == [star.place]) }
    for (i, point) in points.enumerated() {
      #expect(point.distance(to: star.place) >= 15 - 0.7)
      for other in points[(i + 1)...] { #expect(point.distance(to: other) >= 14 - 0.7) }
    }
  }

  /// The start of runs that stay there is seen between their heads, in small pictures too.
  @Test(arguments: [0.4, 0.5, 1, 2]) func headsLeaveTheStartInSight(_ scale: Double) throws {
    let size = PixelSize(width: Int(1280 * scale), height: Int(720 * scale))
    let theme = Theme(.light, size: size, reference: PixelSize(width: 1280, height: 720))
    let start = Landmarks.Spot(kind: .start, place: Point(200, 150))
    let around = HeadPlaces(
      [], heads: RaceHeads(area: Self.area, theme: theme), keepingOff: [start]
    ).spreading.spread([start.place, start.place])
    for head in around.compactMap({ $0 }) {
      // The ring's ink ends where that of the head begins.
      let distance = head.distance(to: start.place)
      #expect(distance >= start.reach(theme) + theme.marker / 2)
    }
  }

  @Test func whatStandsApartStays() {
    let points: [Point?] = [Point(100, 100), nil, Point(114.1, 100), Point(200, 200)]
    #expect(Self.spreading.spread(points) == points)
    #expect(Self.spreading.spread([nil, Point(3, 4)]) == [nil, Point(3, 4)])
    #expect(Self.spreading.spread([]).isEmpty)
  }

  @Test func headsStayOnTheMap() {
    let places = Self.spreading.spread(Array(repeating: Point(400, 300), count: 5))
    #expect(places.allSatisfy { $0.map(Self.area.contains) ?? false })
    for (i, place) in places.enumerated() {
      for other in places[(i + 1)...] {
        if let place, let other { #expect(place.distance(to: other) > 12) }
      }
    }
  }

  /// A head that comes nearer to another moves aside without a leap.
  @Test func placesFollowContinuously() throws {
    var last: Point?
    for x in stride(from: 160.0, through: 199, by: 0.25) {
      let place = try #require(Self.spreading.spread([Point(x, 149), Point(200, 150)])[0])
      if let last { #expect(place.distance(to: last) < 3) }
      last = place
    }
  }

  /// At the end of a race on one minimum every head is seen, and the star around them; no name
  /// covers it.
  @Test func theEndOfARaceIsSeenWhole() throws {
    let runs = (0..<4).map { i in
      Fixture.trajectory([(-1.5, 0.2), (0.5 + 0.1 * Double(i), 0.8), (1, 1), (1, 1)])
    }
    let film = Fixture.film(runs, size: PixelSize(width: 1280, height: 720))
    let panel = try #require(film.panels.compactMap { $0 as? MapPanel }.first)
    let elements = panel.overlay(at: 3)
    let star = try #require(panel.map.point(1, 1))
    let heads = elements.flatMap(\.marks).compactMap { mark -> Point? in
      guard case .marker(let shape, let place, let size, _, _) = mark, shape != .star,
        shape != .cross,
        size == 12, place.distance(to: star) < 60
      else { return nil }
      return place
    }
    let sizes = elements.flatMap(\.marks).compactMap { mark -> Double? in
      guard case .marker(.star, let place, let size, _, _) = mark, place == star else { return nil }
      return size
    }
    #expect(sizes == [12 * Measures.minimum])
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
