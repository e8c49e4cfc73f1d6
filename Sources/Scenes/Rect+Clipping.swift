extension Rect {
  /// The part of a segment within the rectangle, after Liang and Barsky; nil if there is none.
  func clip(_ a: Point, _ b: Point) -> (start: Point, end: Point)? {
    let delta = Point(b.x - a.x, b.y - a.y)
    var entry = 0.0
    var exit = 1.0
    let sides = [
      (-delta.x, a.x - x), (delta.x, maxX - a.x), (-delta.y, a.y - y), (delta.y, maxY - a.y),
    ]
    for (slope, distance) in sides {
      if slope == 0 {
        if distance < 0 { return nil }
      } else if slope < 0 {
        entry = max(entry, distance / slope)
      } else {
        exit = min(exit, distance / slope)
      }
    }
    guard entry <= exit else { return nil }
    func place(_ share: Double) -> Point {
      nearest(to: Point(a.x + share * delta.x, a.y + share * delta.y))
    }
    return (entry == 0 ? a : place(entry), exit == 1 ? b : place(exit))
  }
}
