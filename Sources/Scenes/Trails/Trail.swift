/// A line that is uncovered as a clock runs.
struct Trail: Sendable {
  struct Vertex: Hashable, Sendable {
    let point: Point
    /// When the vertex is reached.
    let clock: Int
  }

  /// What the clock uncovers at once.
  struct Piece: Hashable, Sendable {
    /// The end of what was there before, up to the first new point exclusively.
    let lead: [Point]
    /// At least two points, the first of them old.
    let fresh: [Point]
  }

  /// Connected runs; the line is interrupted where it is undefined or outside its area.
  let runs: [[Vertex]]

  /// The part of a line within `area`. Points closer than `spacing` to the one before are dropped.
  init(_ line: [(point: Point?, clock: Int)], within area: Rect, spacing: Double) {
    var builder = TrailBuilder(area: area, spacing: spacing)
    for (point, clock) in line { builder.add(point, clock: clock) }
    runs = builder.finish()
  }

  /// What is uncovered after one clock value until another one; `lead` pixels of the line before
  /// come along.
  func pieces(after old: Int, through new: Int, lead length: Double) -> [Piece] {
    runs.compactMap { run in
      let low = Self.count(run, through: old)
      let high = Self.count(run, through: new)
      let start = max(low - 1, 0)
      guard low < high, high - start >= 2 else { return nil }
      return Piece(
        lead: Self.lead(run, before: start, length: length),
        fresh: run[start..<high].map(\.point))
    }
  }

  /// The last vertex that is reached at a clock value.
  func head(at clock: Int) -> Point? { end(at: clock)?.tip }

  /// The last vertex that is reached at a clock value, and the way of the piece that leads there;
  /// no way where it is the first of its run.
  func end(at clock: Int) -> (tip: Point, way: Point)? {
    for run in runs.reversed() {
      let count = Self.count(run, through: clock)
      guard count > 0 else { continue }
      let (tip, before) = (run[count - 1].point, run[max(count - 2, 0)].point)
      return (tip, Point(tip.x - before.x, tip.y - before.y))
    }
    return nil
  }

  /// How many vertices of a run are reached.
  private static func count(_ run: [Vertex], through clock: Int) -> Int {
    var low = 0
    var high = run.count
    while low < high {
      let middle = (low + high) / 2
      if run[middle].clock <= clock { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func lead(_ run: [Vertex], before end: Int, length: Double) -> [Point] {
    var start = end
    var reach = 0.0
    while start > 0, reach < length {
      reach += run[start].point.distance(to: run[start - 1].point)
      start -= 1
    }
    return run[start..<end].map(\.point)
  }
}

extension Point {
  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}
