@testable import Contours

/// Marching squares as it stands in books, one cell and one level at a time: what the fast version
/// is held against.
enum SimpleIsolines {
  static func lines(of grid: Grid, at level: Double) -> [Isoline] {
    var joiner = SegmentJoiner()
    for row in 0..<(grid.rows - 1) {
      for column in 0..<(grid.columns - 1) {
        MarchingCell(grid: grid, column: column, row: row)?.addSegments(at: level, to: &joiner)
      }
    }
    return joiner.chains().map { chain in
      Isoline(level: level, points: chain.map { crossing(of: $0, in: grid, at: level) })
    }
  }

  /// Where an edge crosses the level, by linear interpolation.
  private static func crossing(of edge: GridEdge, in grid: Grid, at level: Double) -> PlanePoint {
    let start = grid[edge.column, edge.row]
    let next = (edge.column + (edge.isVertical ? 0 : 1), edge.row + (edge.isVertical ? 1 : 0))
    let end = grid[next.0, next.1]
    let share = (level - start) / (end - start)
    let a = grid.location(column: edge.column, row: edge.row)
    let b = grid.location(column: next.0, row: next.1)
    return PlanePoint(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
  }
}
