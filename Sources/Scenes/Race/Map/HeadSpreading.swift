import Foundation

/// Moves points apart that would cover one another, no farther than it takes for each to be seen.
/// Where several cover what is fixed, they stand around it.
struct HeadSpreading: Sendable {
  /// What stays where it is, and how far its ink reaches.
  let fixed: [(place: Point, reach: Double)]
  /// How far the ink of a point reaches.
  let reach: Double
  /// Where the points are to stay.
  let area: Rect

  private static let rounds = 24

  /// The places of points that may be moved; nil stays nil. Points at one place fan out around it,
  /// in their order.
  func spread(_ points: [Point?]) -> [Point?] {
    let moving = points.indices.filter { points[$0] != nil }
    var places = moving.enumerated().map { order, i in
      Self.nudged(points[i] ?? Point(0, 0), order, of: moving.count)
    }
    guard moving.count > 1 else { return points }
    let crowded = fixed.filter { place, own in
      moving.count { i in points[i].map { $0.distance(to: place) < own + reach } ?? false } > 1
    }
    var hasMoved = false
    for _ in 0..<Self.rounds {
      let moves = separate(&places, around: crowded)
      hasMoved = hasMoved || moves
      if !moves { break }
    }
    guard hasMoved else { return points }
    var result = points
    for (place, i) in zip(places, moving) { result[i] = place }
    return result
  }

  /// Off by an unseen amount, each in a direction of its own, so that what coincides has one.
  private static func nudged(_ point: Point, _ order: Int, of count: Int) -> Point {
    let angle = 2 * Double.pi * Double(order) / Double(count) - Double.pi / 2
    return Point(point.x + 1e-3 * cos(angle), point.y + 1e-3 * sin(angle))
  }

  /// Whether any two were too near.
  private func separate(
    _ places: inout [Point], around crowded: [(place: Point, reach: Double)]
  ) -> Bool {
    var hasMoved = false
    defer { if hasMoved { places = places.map(area.nearest) } }
    for i in places.indices {
      for j in places.indices.dropFirst(i + 1) {
        guard let move = Self.move(from: places[i], to: places[j], apart: 2 * reach) else {
          continue
        }
        places[i] = Point(places[i].x - move.x / 2, places[i].y - move.y / 2)
        places[j] = Point(places[j].x + move.x / 2, places[j].y + move.y / 2)
        hasMoved = true
      }
      for (place, own) in crowded {
        guard let move = Self.move(from: place, to: places[i], apart: own + reach) else { continue }
        places[i] = Point(places[i].x + move.x, places[i].y + move.y)
        hasMoved = true
      }
    }
    return hasMoved
  }

  /// What takes `b` as far from `a` as it has to be; nil where it is.
  private static func move(from a: Point, to b: Point, apart least: Double) -> Point? {
    let distance = a.distance(to: b)
    guard distance < least - 1e-6 else { return nil }
    guard distance > 0 else { return Point(least, 0) }
    let share = (least - distance) / distance
    return Point((b.x - a.x) * share, (b.y - a.y) * share)
  }
}
