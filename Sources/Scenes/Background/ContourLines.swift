import Contours

/// The lines between the bands of a map as curves, which fade where they crowd.
struct ContourLines: Sendable {
  private struct Piece: Sendable {
    let points: [PlanePoint]
    let color: Color
  }

  private let pieces: [Piece]

  /// Samples `objective` at about every second pixel of a map of a size.
  init(
    objective: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>,
    width: Int, height: Int, levels: Levels, style: ContourStyle
  ) {
    let grid = Grid(
      x: x, y: y, columns: Self.nodes(width), rows: Self.nodes(height), function: objective)
    let scale = (
      Double(width) / Double(grid.columns - 1), Double(height) / Double(grid.rows - 1)
    )
    let colors = BandColors(levels: levels, style: style)
    pieces = grid.isolines(at: levels.values).flatMap { line -> [Piece] in
      let level = levels.band(of: line.level) - 1
      let weights = line.points.map { point in
        levels.lineWeight(at: level, slope: grid.slope(at: point, pixels: scale))
      }
      return Self.cut(line.points, weights).map { points, weight in
        let blend = colors.bands[level].mixed(with: colors.bands[level + 1], 0.5)
        return Piece(points: points, color: blend.mixed(with: colors.lines[level], weight))
      }
    }
  }

  func marks(on plot: Plot) -> [Mark] {
    let lines = pieces.map { piece in
      Mark.polyline(
        piece.points.compactMap { plot.point($0.x, $0.y) }, Stroke(piece.color, width: 1))
    }
    return [.clipped(plot.area, lines)]
  }

  private static func nodes(_ pixels: Int) -> Int { min(max(pixels / 2, 2), 300) }

  /// Runs of segments of about the same weight, in thirds; none of those that weigh nothing.
  private static func cut(
    _ points: [PlanePoint], _ weights: [Double]
  ) -> [(points: [PlanePoint], weight: Double)] {
    var runs: [(points: [PlanePoint], weight: Double)] = []
    var last = 0.0
    for i in points.indices.dropFirst() {
      let weight = (min(weights[i - 1], weights[i]) * 3).rounded() / 3
      if weight > 0, weight == last {
        runs[runs.count - 1].points.append(points[i])
      } else if weight > 0 {
        runs.append(([points[i - 1], points[i]], weight))
      }
      last = weight
    }
    return runs
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
