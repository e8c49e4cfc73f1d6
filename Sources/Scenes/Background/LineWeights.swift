import Contours

/// How strongly the lines between bands are drawn: each as a whole, by how far its neighbours are
/// along most of it, so that no line is broken where others come near.
struct LineWeights: Sendable {
  /// A connected piece of a level's line.
  struct Line: Sendable {
    let points: [PlanePoint]
    /// The number of its level.
    let level: Int
    /// From 0, where it is not drawn, to 3.
    let thirds: UInt8

    /// 0 to 1.
    var weight: Double { Double(thirds) / 3 }
  }

  let lines: [Line]
  private let columns: Int
  private let rows: Int
  /// For each level, row after row from the highest y, a line's weight in thirds in squares of
  /// pixels; `none` where the level has no line.
  private var cells: [UInt8]

  /// Pixels along the side of a square.
  private static let side = 4
  private static let none = UInt8.max
  /// The share of a line along which its neighbours may be nearer than its weight says.
  static let crowded = 0.35

  /// Samples `objective` at about every second pixel of a map of a size, at no more than 300 nodes
  /// along a side.
  init(
    objective: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>,
    width: Int, height: Int, levels: Levels
  ) {
    let grid = Grid(
      x: x, y: y, columns: Self.nodes(width), rows: Self.nodes(height), function: objective)
    let scale = (
      Double(width) / Double(grid.columns - 1), Double(height) / Double(grid.rows - 1)
    )
    lines = grid.isolines(at: levels.values).map { line in
      let level = levels.band(of: line.level) - 1
      let weights = line.points.map { point in
        levels.lineWeight(at: level, slope: grid.slope(at: point, pixels: scale))
      }.sorted()
      let usual = weights.isEmpty ? 0 : weights[Int(Double(weights.count - 1) * Self.crowded)]
      return Line(points: line.points, level: level, thirds: UInt8((usual * 3).rounded()))
    }
    columns = width / Self.side + 1
    rows = height / Self.side + 1
    cells = Array(repeating: Self.none, count: columns * rows * levels.values.count)
    let across = Scale(x, from: 0, to: Double(width))
    let down = Scale(y, from: Double(height), to: 0)
    for line in lines {
      enter(
        line,
        line.points.compactMap { point in
          across.place(of: point.x).flatMap { x in down.place(of: point.y).map { Point(x, $0) } }
        })
    }
  }

  private static func nodes(_ pixels: Int) -> Int { min(max(pixels / 2, 2), 300) }

  private mutating func enter(_ line: Line, _ places: [Point]) {
    for (from, to) in zip(places, places.dropFirst()) {
      let pieces = max(1, Int(from.distance(to: to)) / 2)
      for i in 0...pieces {
        let share = Double(i) / Double(pieces)
        let column = Self.square(from.x + (to.x - from.x) * share)
        let row = Self.square(from.y + (to.y - from.y) * share)
        guard 0..<columns ~= column, 0..<rows ~= row else { continue }
        let cell = index(line.level, column, row)
        if cells[cell] == Self.none || cells[cell] < line.thirds { cells[cell] = line.thirds }
      }
    }
  }

  /// The number of the square that a pixel lies in; below 0 left of all.
  private static func square(_ pixel: Double) -> Int {
    Int(clamping: (pixel / Double(side)).rounded(.down))
  }

  private func index(_ level: Int, _ column: Int, _ row: Int) -> Int {
    (level * rows + row) * columns + column
  }

  /// The weight of the level's line at a pixel, or in the squares around it; 0 where it has none.
  func weight(of level: Int, at column: Int, _ row: Int) -> Double {
    let (column, row) = (column / Self.side, row / Self.side)
    let own = cells[index(level, column, row)]
    if own != Self.none { return Double(own) / 3 }
    var best: UInt8 = 0
    for y in max(0, row - 1)...min(rows - 1, row + 1) {
      for x in max(0, column - 1)...min(columns - 1, column + 1) {
        let thirds = cells[index(level, x, y)]
        if thirds != Self.none, thirds > best { best = thirds }
      }
    }
    return Double(best) / 3
  }
}

extension Grid {
  /// How much the samples change per pixel in the cell of a point, with so many pixels to a cell.
  fileprivate func slope(at point: PlanePoint, pixels: (Double, Double)) -> Double {
    let column = cell(point.x, x, columns)
    let row = cell(point.y, y, rows)
    let corner = self[column, row]
    let across = (self[column + 1, row] - corner) / pixels.0
    let up = (self[column, row + 1] - corner) / pixels.1
    return (across * across + up * up).squareRoot()
  }

  private func cell(_ value: Double, _ range: ClosedRange<Double>, _ nodes: Int) -> Int {
    let share =
      (value / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
    return min(max(Int(clamping: share * Double(nodes - 1)), 0), nodes - 2)
  }
}
