/// Follows one level from cell to cell, with higher values at the left.
///
/// The sides of a cell are its bottom, right, top and left, 0 to 3; side i runs from corner i to
/// corner i + 1, counterclockwise from the lower left. A line enters through a side that runs from
/// above the level to below it, and leaves through one that runs from below to above.
struct LineTracer {
  private let grid: Grid
  private let stride: Int
  private let bands: [UInt8]
  private let abscissas: [Double]
  private let ordinates: [Double]
  /// For each cell a bit for each side through which a line has come in.
  private var entered: [UInt8]

  init(_ grid: Grid, _ cells: LevelCells) {
    self.grid = grid
    stride = cells.stride
    bands = cells.bands
    abscissas = (0..<grid.columns).map { grid.location(column: $0, row: 0).x }
    ordinates = (0..<grid.rows).map { grid.location(column: 0, row: $0).y }
    entered = [UInt8](repeating: 0, count: cells.bands.count)
  }

  /// The lines at a level, open ones first.
  ///
  /// - Parameters:
  ///   - index: the place of the level among those that the bands count.
  ///   - cells: those that the level runs through.
  mutating func lines(at level: Double, index: UInt8, cells: [Int32]) -> [Isoline] {
    var lines: [Isoline] = []
    for onlyOpen in [true, false] {
      for cell in cells {
        let cell = Int(cell)
        let entries = Self.entries(corners(of: cell, above: index))
        for side in 0..<4 where (entries & ~entered[cell]) >> side & 1 == 1 {
          if onlyOpen, hasCell(beyond: side, of: cell) { continue }
          lines.append(trace(from: cell, side, level: level, index: index))
        }
      }
    }
    for cell in cells { entered[Int(cell)] = 0 }
    return lines
  }

  private mutating func trace(from start: Int, _ first: Int, level: Double, index: UInt8)
    -> Isoline
  {
    var points: [PlanePoint] = []
    var (cell, row, side) = (start, start / stride - 1, first)
    while entered[cell] & (1 << side) == 0 {
      entered[cell] |= 1 << side
      points.append(crossing(side, of: cell, row: row, level: level))
      side = exit(from: cell, row: row, enteredBy: side, level: level, index: index)
      guard hasCell(beyond: side, of: cell) else {
        points.append(crossing(side, of: cell, row: row, level: level))
        return Isoline(level: level, points: points)
      }
      cell += step(side)
      row += side == 0 ? -1 : side == 2 ? 1 : 0
      side = (side + 2) & 3
    }
    points.append(points[0])
    return Isoline(level: level, points: points)
  }

  /// A bit for each corner that is not below the level.
  private func corners(of cell: Int, above index: UInt8) -> UInt8 {
    func bit(_ node: Int) -> UInt8 { bands[node] > index ? 1 : 0 }
    let lower = bit(cell) | bit(cell + 1) << 1
    return lower | bit(cell + stride + 1) << 2 | bit(cell + stride) << 3
  }

  /// A bit for each side that runs from above to below.
  private static func entries(_ corners: UInt8) -> UInt8 { corners & ~next(corners) }

  /// A bit for each side that runs from below to above.
  private static func exits(_ corners: UInt8) -> UInt8 { ~corners & next(corners) }

  /// For each corner the bit of the next one.
  private static func next(_ corners: UInt8) -> UInt8 { corners >> 1 | (corners & 1) << 3 }

  private func exit(
    from cell: Int, row: Int, enteredBy side: Int, level: Double, index: UInt8
  ) -> Int {
    let corners = corners(of: cell, above: index)
    guard corners == 5 || corners == 10 else { return Self.exits(corners).trailingZeroBitCount }
    // A saddle: the mean decides which pair of opposite corners is connected.
    let column = cell - (row + 1) * stride - 1
    let mean = [(0, 0), (1, 0), (1, 1), (0, 1)].reduce(0) {
      $0 + grid[column + $1.0, row + $1.1] / 4
    }
    return mean >= level ? (side + 1) & 3 : (side + 3) & 3
  }

  private func step(_ side: Int) -> Int {
    switch side {
    case 0: -stride
    case 1: 1
    case 2: stride
    default: -1
    }
  }

  /// Whether the neighbour at a side has finite corners.
  private func hasCell(beyond side: Int, of cell: Int) -> Bool {
    let (a, b) =
      switch side {
      case 0: (cell - stride, cell - stride + 1)
      case 1: (cell + 2, cell + stride + 2)
      case 2: (cell + 2 * stride, cell + 2 * stride + 1)
      default: (cell - 1, cell + stride - 1)
      }
    return bands[a] != LevelCells.blank && bands[b] != LevelCells.blank
  }

  /// How far a level is on the way from one value to another; halves, lest differences overflow.
  private static func share(_ level: Double, from start: Double, to end: Double) -> Double {
    let way = end - start
    return way.isFinite ? (level - start) / way : (level / 2 - start / 2) / (end / 2 - start / 2)
  }

  /// Where a side crosses the level, by linear interpolation from its lower or left end.
  private func crossing(_ side: Int, of cell: Int, row: Int, level: Double) -> PlanePoint {
    let column = cell - (row + 1) * stride - 1
    let (x, y) = (side == 1 ? column + 1 : column, side == 2 ? row + 1 : row)
    let start = grid[x, y]
    if side & 1 == 0 {
      let share = Self.share(level, from: start, to: grid[x + 1, y])
      return PlanePoint(
        abscissas[x] + share * (abscissas[x + 1] - abscissas[x]), ordinates[y])
    }
    let share = Self.share(level, from: start, to: grid[x, y + 1])
    return PlanePoint(abscissas[x], ordinates[y] + share * (ordinates[y + 1] - ordinates[y]))
  }
}
