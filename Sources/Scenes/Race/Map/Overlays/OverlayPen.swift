import RealModule

/// Draws an entrant's overlays within a map: thin lines with a light rim.
struct OverlayPen {
  let area: Rect
  let theme: Theme
  let color: Color

  /// The pen's colour as far as it fades into the halo's.
  func color(_ paleness: Double) -> Color { color.mixed(with: theme.colors.halo, paleness) }

  /// Thinner than a trail.
  var width: Double { Measures.overlay * theme.trail }
  private var rim: Double { Measures.overlayRim * theme.rim }

  /// Marks within the map, and the rectangle around them.
  struct Ink {
    fileprivate var marks: [Mark] = []
    fileprivate var points: [Point] = []

    static func + (a: Ink, b: Ink) -> Ink {
      Ink(marks: a.marks + b.marks, points: a.points + b.points)
    }
  }

  func element(_ ink: Ink) -> Element {
    guard let extent = Rect(around: ink.points) else { return .empty }
    let bounds = extent.grown(by: width / 2 + rim + 2).clipped(to: area)
    return Element(bounds: bounds, marks: [.clipped(area, ink.marks)])
  }

  /// A line, as far as it lies within the map.
  func line(_ points: [Point], isDashed: Bool = false, paleness: Double = 0) -> Ink {
    var builder = TrailBuilder(area: area, spacing: 0.3)
    for point in points { builder.add(point, clock: 0) }
    let runs = builder.finish().map { $0.map(\.point) }.filter { $0.count > 1 }
    let dash = Measures.dash * width
    let dashes = isDashed ? [dash, dash] : []
    let core = Stroke(color(paleness), width: width, dashes: dashes)
    let halo = Stroke(theme.colors.halo, width: width + 2 * rim)
    return Ink(
      marks: runs.map { .polyline($0, halo) } + runs.map { .polyline($0, core) },
      points: runs.flatMap { $0 })
  }

  /// An arrow, with a filled or an open head; as far as it lies within the map, without a head
  /// where that is outside.
  func arrow(from tail: Point, by offset: Point, isOpen: Bool = false, isDashed: Bool = false)
    -> Ink
  {
    let length = offset.length
    guard length > 1 else { return Ink() }
    let tip = Point(tail.x + offset.x, tail.y + offset.y)
    let size = min(Measures.arrowHead * width, length)
    let out = Point(offset.x / length, offset.y / length)
    let base = Point(tip.x - size * out.x, tip.y - size * out.y)
    let half = Measures.arrowSide * size
    let side = Point(-half * out.y, half * out.x)
    let corners = [
      Point(base.x + side.x, base.y + side.y), tip, Point(base.x - side.x, base.y - side.y),
    ]
    guard area.grown(by: -1).contains(tip), corners.allSatisfy(area.contains) else {
      return line([tail, tip], isDashed: isDashed)
    }
    if isOpen { return line([tail, tip], isDashed: isDashed) + line(corners) }
    let head = Mark.polygon(
      corners, fill: color, stroke: Stroke(theme.colors.halo, width: rim))
    return line([tail, base], isDashed: isDashed) + Ink(marks: [head], points: corners)
  }

  /// An upright box of so many times two pixels.
  func box(around center: Point, _ half: Point, isDashed: Bool) -> Ink {
    let (dx, dy) = (half.x, half.y)
    let corners = [(-dx, -dy), (dx, -dy), (dx, dy), (-dx, dy), (-dx, -dy)]
    return line(corners.map { Point(center.x + $0, center.y + $1) }, isDashed: isDashed)
  }

  /// A hollow dot, if it lies within the map.
  func dot(_ place: Point, paleness: Double = 0) -> Ink {
    let radius = Measures.dot * theme.marker
    guard area.grown(by: -radius).contains(place) else { return Ink() }
    let ring = (0...24).map { i in
      let angle = 2 * Double.pi * Double(i) / 24
      return Point(place.x + radius * .cos(angle), place.y + radius * .sin(angle))
    }
    return line(ring, paleness: paleness)
  }

  /// A small cross at a place, if it lies within the map.
  func plus(_ place: Point) -> Ink {
    let size = Measures.plus * theme.marker
    guard area.grown(by: -size).contains(place) else { return Ink() }
    return Ink(
      marks: [.marker(.plus, at: place, size: size, fill: color, halo: theme.colors.halo)],
      points: Rect(around: place, reach: size / 2 + 2).ends)
  }
}

extension Rect {
  /// The upper left and the lower right corner.
  var ends: [Point] { [Point(x, y), Point(maxX, maxY)] }
}
