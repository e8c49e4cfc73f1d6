extension Rect {
  /// The middle.
  public var center: Point { Point(x + width / 2, y + height / 2) }

  /// The rectangle grown on all sides, or shrunk for a negative margin.
  public func grown(by margin: Double) -> Rect {
    Rect(
      x: x - margin, y: y - margin, width: max(0, width + 2 * margin),
      height: max(0, height + 2 * margin))
  }

  /// Whether the two share more than an edge.
  public func intersects(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  /// Whether all of another lies inside; edges may touch.
  public func contains(_ other: Rect) -> Bool {
    x <= other.x && y <= other.y && other.maxX <= maxX && other.maxY <= maxY
  }

  /// The part within another rectangle; without extent where there is none.
  public func clipped(to other: Rect) -> Rect {
    let left = min(max(x, other.x), other.maxX)
    let top = min(max(y, other.y), other.maxY)
    return Rect(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left),
      height: max(0, min(maxY, other.maxY) - top))
  }

  /// The largest rectangle at the upper left whose width over height is within bounds, in whole
  /// pixels.
  func fitting(_ ratios: ClosedRange<Double>) -> Rect {
    let widest = min(width, height * ratios.upperBound)
    let highest = min(height, width / ratios.lowerBound)
    return Rect(
      x: x, y: y, width: max(8, widest.rounded(.down)), height: max(8, highest.rounded(.down)))
  }

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.init(x: left, y: top, width: max(0, right - left), height: max(0, bottom - top))
  }

  /// The smallest rectangle around some points; nil for none.
  init?(around points: some Collection<Point>) {
    guard let first = points.first else { return nil }
    var low = first
    var high = first
    for point in points {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    self.init(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }

  /// The square around a point.
  init(around point: Point, reach: Double) {
    self.init(x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach)
  }

  /// The nearest point of the rectangle.
  func nearest(to point: Point) -> Point {
    Point(min(max(point.x, x), maxX), min(max(point.y, y), maxY))
  }
}

extension Point {
  /// The nearest place in halves of a pixel, where a slow marker is drawn, lest it is drawn anew
  /// for what nobody sees.
  var onHalfPixels: Point { Point((2 * x).rounded() / 2, (2 * y).rounded() / 2) }
}

extension Element {
  /// Nothing to show.
  static let empty = Element(bounds: Rect(x: 0, y: 0, width: 0, height: 0), marks: [])

  /// Several as one, from below to above.
  static func joined(_ elements: [Element]) -> Element {
    let inked = elements.filter { !$0.marks.isEmpty }
    guard inked.count > 1, let bounds = Rect(around: inked.flatMap(\.bounds.ends)) else {
      return inked.first ?? .empty
    }
    return Element(bounds: bounds, marks: inked.flatMap(\.marks))
  }
}

extension PixelSize {
  var rect: Rect { Rect(x: 0, y: 0, width: Double(width), height: Double(height)) }
}
