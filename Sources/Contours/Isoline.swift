/// A connected piece of the set where a function takes one value.
public struct Isoline: Hashable, Sendable {
  public let level: Double
  /// For a closed line the first point is repeated at the end.
  public let points: [Location]

  public init(level: Double, points: [Location]) {
    self.level = level
    self.points = points
  }

  public var isClosed: Bool { points.count > 2 && points.first == points.last }
}

extension Grid {
  /// The lines on which the bilinear surface through the samples reaches `level`, by marching
  /// squares. Cells with a corner that is no finite number stay blank.
  public func isolines(at level: Double) -> [Isoline] {
    var joiner = SegmentJoiner()
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) {
        MarchingCell(grid: self, column: column, row: row)?.addSegments(at: level, to: &joiner)
      }
    }
    return joiner.chains().map { chain in
      Isoline(level: level, points: chain.map { crossing(of: $0, at: level) })
    }
  }

  /// Where an edge crosses the level, by linear interpolation.
  private func crossing(of edge: GridEdge, at level: Double) -> Location {
    let start = self[edge.column, edge.row]
    let next = (edge.column + (edge.isVertical ? 0 : 1), edge.row + (edge.isVertical ? 1 : 0))
    let end = self[next.0, next.1]
    let share = (level - start) / (end - start)
    let a = location(column: edge.column, row: edge.row)
    let b = location(column: next.0, row: next.1)
    return Location(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
  }
}
