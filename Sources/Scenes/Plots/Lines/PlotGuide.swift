import Contours

/// What theory expects, as a dashed line across a plot.
public struct PlotGuide: Sendable {
  /// The form of the line.
  public enum Form: Sendable {
    /// At a height.
    case level(Double)
    /// At an abscissa.
    case upright(Double)
    /// Through points, joined.
    case curve([PlanePoint])
  }

  /// Beside the line; empty for none.
  public let label: String
  /// Where it runs.
  public let form: Form

  /// - Parameter label: a few words.
  public init(_ label: String, _ form: Form) {
    (self.label, self.form) = (label, form)
  }

  /// y = y₀ (x / x₀)^exponent between two abscissas, which is straight over logarithmic axes.
  public static func power(
    _ label: String, _ exponent: Double, through point: PlanePoint, over x: ClosedRange<Double>
  ) -> PlotGuide {
    let ends = [x.lowerBound, x.upperBound]
    return PlotGuide(
      label,
      .curve(ends.map { PlanePoint($0, point.y * Double.pow($0 / point.x, exponent)) }))
  }

  /// What the axes should show of it.
  var points: [PlanePoint] {
    switch form {
    case .curve(let points): points
    case .level, .upright: []
    }
  }

  func line(on plot: Plot) -> [Point] {
    switch form {
    case .level(let y):
      plot.y.position(of: y).map { [Point(plot.area.x, $0), Point(plot.area.maxX, $0)] } ?? []
    case .upright(let x):
      plot.x.position(of: x).map { [Point($0, plot.area.y), Point($0, plot.area.maxY)] } ?? []
    case .curve(let points): points.compactMap { plot.point($0.x, $0.y) }
    }
  }

  func marks(on plot: Plot, _ theme: Theme) -> [Mark] {
    let stroke = Stroke(
      theme.colors.muted, width: theme.trail * 0.7, dashes: [6, 4].map { $0 * theme.scale })
    return [.clipped(plot.area, [.polyline(line(on: plot), stroke)])]
  }

  /// A label, and the room it takes.
  struct Label {
    let place: Rect
    let marks: [Mark]
  }

  /// The label beside the line, where it covers least of what is drawn and no other guide is nearer.
  ///
  /// - Parameters:
  ///   - drawn: lines of the plot, in pixels.
  ///   - others: the other guides.
  ///   - taken: where other labels stand, which it covers only where there is no other place.
  func label(
    on plot: Plot, beside drawn: [[Point]], among others: [[Point]], besides taken: [Rect],
    _ typesetting: Typesetting
  ) -> Label? {
    guard !label.isEmpty else { return nil }
    let style = typesetting.theme.detail.sized(12 * typesetting.theme.scale)
    let width = typesetting.measuring.width(of: label, in: style)
    let own = line(on: plot)
    let obstacles = drawn + others + [own]
    let all = places(along: own, in: plot.area, width: width, height: style.size * 1.15)
    let free = all.filter { place in !taken.contains { $0.intersects(place) } }
    let places = free.isEmpty ? all : free
    let crossings = places.map { place in
      obstacles.reduce(0) { sum, line in
        sum + zip(line, line.dropFirst()).count { place.clip($0, $1) != nil }
      }
    }
    let costs = places.indices.map { i in
      let distance = places[i].center.distance(toLine: own)
      let isAmbiguous = others.contains { places[i].center.distance(toLine: $0) <= distance }
      return crossings[i] + (isAmbiguous ? Self.ambiguity : 0)
    }
    guard let best = places.indices.min(by: { costs[$0] < costs[$1] }) else { return nil }
    let place = places[best]
    let text = Mark.text(label, at: Point(place.x, place.center.y), style.aligned(.leading))
    let paper = Mark.rectangle(place, fill: typesetting.theme.colors.paper, stroke: nil)
    return Label(place: place, marks: crossings[best] > 0 ? [paper, text] : [text])
  }

  /// How many crossed lines a label is worth that may be taken for another guide's.
  private static let ambiguity = 4

  /// Where a box stands beside a spot: its left edge and its middle, in widths and heights.
  private static let offsets = [
    (-0.5, -1.0), (-1, -1), (0, -1), (-0.5, 1), (-1, 1), (0, 1),
  ]

  /// Boxes of the label's size above and below the line, those near its end first.
  private func places(
    along line: [Point], in area: Rect, width: Double, height: Double
  ) -> [Rect] {
    let inside = zip(line, line.dropFirst()).compactMap { area.clip($0, $1) }
    let spots = inside.flatMap { piece in
      stride(from: 0.9, through: 0.1, by: -0.1).map { share in
        Point(
          piece.start.x + share * (piece.end.x - piece.start.x),
          piece.start.y + share * (piece.end.y - piece.start.y))
      }
    }
    let room = area.grown(by: -4)
    var places: [Rect] = []
    for spot in spots {
      for (shift, side) in Self.offsets {
        let left = spot.x + shift * (width + height)
        let top = spot.y + (side - 0.5) * height
        let place = Rect(x: left, y: top, width: width, height: height)
        if room.contains(place) { places.append(place) }
      }
    }
    return places
  }
}

extension [PlotGuide] {
  /// The labels of all, none on another.
  func labels(on plot: Plot, beside drawn: [[Point]], _ typesetting: Typesetting) -> [Mark] {
    let lines = map { $0.line(on: plot) }
    var labels: [PlotGuide.Label] = []
    for (i, guide) in enumerated() {
      let others = lines.indices.filter { $0 != i }.map { lines[$0] }
      let taken = labels.map(\.place)
      if let label = guide.label(
        on: plot, beside: drawn, among: others, besides: taken, typesetting)
      {
        labels.append(label)
      }
    }
    return labels.flatMap(\.marks)
  }
}

extension Point {
  /// How far the nearest point of a line through several points is; infinite where there is none.
  fileprivate func distance(toLine line: [Point]) -> Double {
    zip(line, line.dropFirst()).map { a, b in
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      let share = length > 0 ? min(max(((x - a.x) * dx + (y - a.y) * dy) / length, 0), 1) : 0
      return distance(to: Point(a.x + share * dx, a.y + share * dy))
    }.min() ?? .infinity
  }
}
