@testable import Contours

/// An edge between two neighbouring nodes, named by the lower or left one.
struct GridEdge: Hashable {
  let column: Int
  let row: Int
  let isVertical: Bool
}

/// One cell of a grid whose four corners are finite.
struct MarchingCell {
  private let column: Int
  private let row: Int
  /// Counterclockwise from the lower left.
  private let corners: [Double]

  init?(grid: Grid, column: Int, row: Int) {
    corners = [
      grid[column, row], grid[column + 1, row], grid[column + 1, row + 1], grid[column, row + 1],
    ]
    guard corners.allSatisfy(\.isFinite) else { return nil }
    self.column = column
    self.row = row
  }

  /// The cell's bottom, right, top and left, each beginning at the corner of the same index.
  private func edge(_ side: Int) -> GridEdge {
    switch side {
    case 0: GridEdge(column: column, row: row, isVertical: false)
    case 1: GridEdge(column: column + 1, row: row, isVertical: true)
    case 2: GridEdge(column: column, row: row + 1, isVertical: false)
    default: GridEdge(column: column, row: row, isVertical: true)
    }
  }

  func addSegments(at level: Double, to joiner: inout SegmentJoiner) {
    let isAbove = corners.map { $0 >= level }
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
    if crossed.count == 2 {
      joiner.add(edge(crossed[0]), edge(crossed[1]))
    } else if crossed.count == 4 {
      // A saddle: the mean decides which pair of opposite corners is connected.
      let mean = corners.reduce(0) { $0 + $1 / 4 }
      let isolatesFirst = isAbove[0] != (mean >= level)
      joiner.add(edge(0), edge(isolatesFirst ? 3 : 1))
      joiner.add(edge(2), edge(isolatesFirst ? 1 : 3))
    }
  }
}
