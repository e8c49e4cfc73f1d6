/// Which cells of a grid each level runs through: a band per node, and a list of cells per level.
///
/// One pass over the samples serves all levels, so that a level costs what its lines are long. A
/// rim of blank nodes around the grid makes its border like any other.
struct LevelCells {
  /// Nodes from one row to the next, the rim's included.
  let stride: Int
  /// For each node how many levels are at or below its value; `blank` where there is no finite
  /// value.
  let bands: [UInt8]
  /// For each level the cells with corners on either side of it, row after row. A cell has the
  /// index of its lower left node.
  let cells: [[Int32]]

  static let blank = UInt8.max
  /// The most levels that a byte counts beside the blank.
  static let largestCount = 254

  /// Takes at most 254 finite levels, ascending. Cells with a blank corner belong to no list.
  ///
  /// - Complexity: O(nodes + Σ cells).
  init(_ grid: Grid, levels: [Double]) {
    precondition(levels.count <= Self.largestCount, "more levels than a byte counts")
    let stride = grid.columns + 2
    let bands = Self.bands(grid, levels)
    var cells = [[Int32]](repeating: [], count: levels.count)
    let nodes = bands.span
    for row in 1..<grid.rows {
      let start = row * stride + 1
      var left = Self.extremes(nodes[start], nodes[start + stride])
      for i in start..<(start + grid.columns - 1) {
        let right = Self.extremes(nodes[i + 1], nodes[i + stride + 1])
        let low = min(left.low, right.low)
        let high = max(left.high, right.high)
        left = right
        guard low < high, high != Self.blank else { continue }
        for level in low..<high { cells[Int(level)].append(Int32(truncatingIfNeeded: i)) }
      }
    }
    self.stride = stride
    self.bands = bands
    self.cells = cells
  }

  private static func extremes(_ a: UInt8, _ b: UInt8) -> (low: UInt8, high: UInt8) {
    a < b ? (a, b) : (b, a)
  }

  /// Neighbours mostly share a band, so each search begins at the last one found.
  private static func bands(_ grid: Grid, _ levels: [Double]) -> [UInt8] {
    let fences = [-Double.infinity] + levels + [.infinity]
    let stride = grid.columns + 2
    var bands = [UInt8](repeating: blank, count: stride * (grid.rows + 2))
    let (values, limits) = (grid.values.span, fences.span)
    var nodes = bands.mutableSpan
    var band = 0
    for row in 0..<grid.rows {
      let (from, to) = (row * grid.columns, (row + 1) * stride + 1)
      for column in 0..<grid.columns {
        let value = values[from + column]
        guard value.isFinite else { continue }
        while value >= limits[band + 1] { band += 1 }
        while value < limits[band] { band -= 1 }
        nodes[to + column] = UInt8(truncatingIfNeeded: band)
      }
    }
    return bands
  }
}
