import Contours

/// A construction in the plane of two variables: arrows and points over contours, with the names of
/// vectors beside them.
public struct PlaneSketch: Sendable {
  /// An arrow from one point to another.
  public struct Arrow: Sendable {
    let label: String
    let start: PlanePoint
    let end: PlanePoint
    let place: Int
    let isDashed: Bool

    /// - Parameters:
    ///   - label: beside the middle of the arrow, after the colour of its place among entrants.
    ///   - place: 0 or more; arrows of one kind have one place.
    public init(
      _ label: String, from start: PlanePoint, to end: PlanePoint, place: Int,
      isDashed: Bool = false
    ) {
      (self.label, self.start, self.end) = (label, start, end)
      (self.place, self.isDashed) = (place, isDashed)
    }
  }

  /// A point with a name; a ghost is hollow.
  public struct Dot: Sendable {
    let label: String
    let point: PlanePoint
    let isGhost: Bool

    /// - Parameter isGhost: of a point where something was asked, but nobody stays.
    public init(_ label: String, at point: PlanePoint, isGhost: Bool = false) {
      (self.label, self.point, self.isGhost) = (label, point, isGhost)
    }
  }

  /// The picture; units of both axes are equal.
  public let picture: Picture

  /// - Parameters:
  ///   - objective: f, of which contours are drawn.
  ///   - minimum: min f where known.
  public init(
    objective: @escaping @Sendable (Double, Double) -> Double, minimum: Double?,
    arrows: [Arrow], dots: [Dot],
    title: String, look: PlotLook = PlotLook(),
    measuring: any TextMeasuring
  ) {
    let typesetting = Typesetting(look.theme, measuring)
    let theme = typesetting.theme
    let area = Rect(
      left: (14 * theme.scale).rounded(), top: (36 * theme.scale).rounded(),
      right: (Double(look.size.width) - 14 * theme.scale).rounded(),
      bottom: (Double(look.size.height) - 14 * theme.scale).rounded())
    let (x, y) = Self.window(around: arrows.flatMap { [$0.start, $0.end] }, in: area)
    let plot = Plot(area: area, x: x, y: y)
    var style = ContourStyle()
    style.colors = look.colors
    style.ramp = .gray
    style.isVector = true
    let contours = ContourBackground(
      objective: objective, x: x, y: y, width: Int(area.width), height: Int(area.height),
      minimum: minimum, style: style)
    let sketch = SketchPen(plot: plot, typesetting: typesetting)
    let drawn = arrows.map(sketch.ink)
    picture = Picture(
      size: look.size, background: look.colors.paper,
      marks: contours.marks(on: plot) + [
        .rectangle(area, fill: nil, stroke: Stroke(look.colors.frame))
      ] + drawn.flatMap { $0 } + dots.flatMap(sketch.marks)
        + sketch.labels(of: arrows, dots) + [
          .text(
            measuring.fit(title, in: theme.headline, width: area.width),
            at: Point(area.x, 20 * theme.scale), theme.headline.aligned(.leading))
        ])
  }

  /// The points with a third of their extent around them, grown in one direction until circles are
  /// circles.
  private static func window(
    around points: [PlanePoint], in area: Rect
  ) -> (ClosedRange<Double>, ClosedRange<Double>) {
    let x = ClosedRange(of: points.map(\.x)) ?? -1...1
    let y = ClosedRange(of: points.map(\.y)) ?? -1...1
    let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    let unit = max(width / area.width, height / area.height) * 5 / 3
    return (
      x.grown(by: (unit * area.width - width) / 2), y.grown(by: (unit * area.height - height) / 2)
    )
  }
}

/// How the parts of a sketch become ink.
private struct SketchPen {
  let plot: Plot
  let typesetting: Typesetting

  var theme: Theme { typesetting.theme }

  func place(_ point: PlanePoint) -> Point? { plot.point(point.x, point.y) }

  private func color(_ arrow: PlaneSketch.Arrow) -> Color {
    EntrantStyle(index: arrow.place, in: theme.colors).color
  }

  /// A line with a rim, and a head at its end.
  func ink(of arrow: PlaneSketch.Arrow) -> [Mark] {
    guard let start = place(arrow.start), let end = place(arrow.end) else { return [] }
    let length = start.distance(to: end)
    guard length > 1 else { return [] }
    let width = theme.trail * 1.2
    let reach = min(5 * width, length / 2)
    let (ux, uy) = ((end.x - start.x) / length, (end.y - start.y) / length)
    let foot = Point(end.x - reach * ux, end.y - reach * uy)
    let half = reach * 0.45
    let head = [
      end, Point(foot.x - half * uy, foot.y + half * ux),
      Point(foot.x + half * uy, foot.y - half * ux),
    ]
    let dashes = arrow.isDashed ? [3 * width, 2 * width] : []
    let color = color(arrow)
    return [
      .polyline([start, foot], Stroke(theme.colors.halo, width: width + 2 * theme.rim)),
      .polygon(head, fill: color, stroke: Stroke(theme.colors.halo, width: theme.rim)),
      .polyline([start, foot], Stroke(color, width: width, dashes: dashes)),
      .polygon(head, fill: color, stroke: nil),
    ]
  }

  func marks(_ dot: PlaneSketch.Dot) -> [Mark] {
    guard let spot = place(dot.point) else { return [] }
    let fill = dot.isGhost ? theme.colors.paper : theme.colors.ink
    return [
      .marker(
        .circle, at: spot, size: theme.marker * 1.1, fill: theme.colors.ink,
        halo: theme.colors.halo),
      .marker(.circle, at: spot, size: theme.marker * 0.7, fill: fill, halo: fill),
    ]
  }

  /// Names where they cover least: beside the middle of each arrow, around each point.
  func labels(of arrows: [PlaneSketch.Arrow], _ dots: [PlaneSketch.Dot]) -> [Mark] {
    let lines = arrows.compactMap { arrow -> [Point]? in
      guard let start = place(arrow.start), let end = place(arrow.end) else { return nil }
      return [start, end]
    }
    var taken = dots.compactMap { place($0.point) }
      .map { Rect(around: $0, reach: theme.marker * 0.8) }
    var marks: [Mark] = []
    func add(_ text: String, around spots: [Point], _ color: Color) {
      guard !text.isEmpty else { return }
      let style = theme.name.colored(color)
      let size = Point(
        typesetting.measuring.width(of: text, in: style) + 8 * theme.scale, style.size * 1.3)
      let rooms = spots.flatMap { boxes(around: $0, size) }.filter(plot.area.contains)
      let costs = rooms.map { box in
        lines.count { box.clip($0[0], $0[1]) != nil } + 3 * taken.count { $0.intersects(box) }
      }
      guard let best = rooms.indices.min(by: { costs[$0] < costs[$1] }) else { return }
      let box = rooms[best]
      taken.append(box)
      marks.append(.rectangle(box, fill: theme.colors.paper, stroke: nil))
      marks.append(.text(text, at: box.center, style.aligned(.center)))
    }
    for (arrow, line) in zip(arrows, lines) {
      let spots = [0.5, 0.35, 0.65].map { share in
        Point(
          line[0].x + share * (line[1].x - line[0].x), line[0].y + share * (line[1].y - line[0].y))
      }
      add(arrow.label, around: spots, color(arrow))
    }
    for dot in dots {
      guard let spot = place(dot.point) else { continue }
      add(dot.label, around: [spot], theme.colors.ink)
    }
    return marks
  }

  /// Boxes of a size on eight sides of a spot, near and less near.
  private func boxes(around spot: Point, _ size: Point) -> [Rect] {
    let sides: [(x: Double, y: Double)] = [
      (0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1),
    ]
    return [10.0, 26].flatMap { gap in
      sides.map { side in
        let middle = Point(
          spot.x + side.x * (size.x / 2 + gap * theme.scale / 2),
          spot.y + side.y * (size.y / 2 + gap * theme.scale / 2))
        return Rect(
          x: middle.x - size.x / 2, y: middle.y - size.y / 2, width: size.x, height: size.y)
      }
    }
  }
}
