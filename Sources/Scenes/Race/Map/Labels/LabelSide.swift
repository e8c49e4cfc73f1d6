/// Where a label stands beside its point: in one of eight directions, in one of four distances.
struct LabelSide: Hashable, Sendable {
  private let across: Double
  private let down: Double
  /// From 0, beside the point.
  let ring: Int

  private static let directions = [
    (1.0, 0.0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1),
  ]
  private static let distances = [1.0, 2.2, 3.4, 4.6]

  /// How much nearer than `reach` a box may come to its point, for the sake of whole pixels.
  static let slack = 1.6

  /// The nearest first.
  static let all = distances.indices.flatMap { ring in
    directions.map { LabelSide(across: $0.0, down: $0.1, ring: ring) }
  }

  /// The box of a label beside a point whose ink reaches so far.
  func box(_ size: Point, beside anchor: Point, reach: Double) -> Rect {
    let gap = reach * Self.distances[ring]
    let center = Point(
      anchor.x + across * (size.x / 2 + gap), anchor.y + down * (size.y / 2 + gap))
    return Rect(
      x: Self.betweenPixels(center.x - size.x / 2), y: Self.betweenPixels(center.y - size.y / 2),
      width: size.x.rounded(.up), height: size.y.rounded(.up))
  }

  /// Where a line one pixel wide is sharp. A label beside a slow head stays as it is for a while.
  private static func betweenPixels(_ place: Double) -> Double {
    (place - 0.5).rounded() + 0.5
  }
}
