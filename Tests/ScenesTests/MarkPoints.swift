import Scenes

extension Mark {
  /// All points that a mark is anchored at.
  var points: [Point] {
    switch self {
    case .rectangle(let rect, _, _): rect.corners
    case .polyline(let points, _), .polygon(let points, _, _): points
    case .marker(_, let point, _, _, _), .text(_, let point, _): [point]
    case .raster(let raster, let point):
      [point, Point(point.x + Double(raster.width), point.y + Double(raster.height))]
    case .clipped(let rect, let marks): rect.corners + marks.flatMap(\.points)
    }
  }

  /// All polylines of a colour within a mark.
  func polylines(colored color: Color) -> [[Point]] {
    switch self {
    case .polyline(let points, let stroke): stroke.color == color ? [points] : []
    case .clipped(_, let marks): marks.flatMap { $0.polylines(colored: color) }
    default: []
    }
  }
}

extension Rect {
  var corners: [Point] { [Point(x, y), Point(maxX, maxY)] }
}

extension Mark {
  /// The words of a text.
  var string: String? {
    if case .text(let string, _, _) = self { string } else { nil }
  }
}

extension Mark {
  /// All markers within a mark.
  var markers: [(shape: MarkerShape, size: Double, fill: Color)] {
    switch self {
    case .marker(let shape, _, let size, let fill, _): [(shape, size, fill)]
    case .clipped(_, let marks): marks.flatMap(\.markers)
    default: []
    }
  }
}
