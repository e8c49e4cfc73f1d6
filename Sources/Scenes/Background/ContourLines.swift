import Contours

/// The lines between the bands of a map as curves.
struct ContourLines: Sendable {
  private let pieces: [(points: [PlanePoint], color: Color)]

  init(_ weights: LineWeights, levels: Levels, style: ContourStyle) {
    let colors = BandColors(levels: levels, style: style)
    pieces = weights.lines.filter { $0.thirds > 0 }.map { line in
      let blend = colors.bands[line.level].mixed(with: colors.bands[line.level + 1], 0.5)
      return (line.points, blend.mixed(with: colors.lines[line.level], line.weight))
    }
  }

  func marks(on plot: Plot) -> [Mark] {
    let lines = pieces.map { piece in
      Mark.polyline(
        piece.points.compactMap { plot.point($0.x, $0.y) }, Stroke(piece.color, width: 1))
    }
    return [.clipped(plot.area, lines)]
  }
}
