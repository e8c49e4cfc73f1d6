/// One stroke of an overlay at a head, as `OverlayMoment` makes it: where it lies, before it is cut
/// at the map's edge.
public struct OverlayStroke: Hashable, Sendable {
  /// Places and offsets are pixels of a map.
  enum Shape: Hashable, Sendable {
    /// From the head.
    case arrow(by: Point, isOpen: Bool)
    /// From a place, with an open head.
    case farArrow(from: Point, by: Point)
    /// Around the head: half of its width and height.
    case box(Point)
    case segment(Point, Point)
    case dot(Point)
    case plus(Point)
    /// In the map's values.
    case conic(Conic)
  }

  let shape: Shape
  /// Whether it is drawn in dashes, as the outline of what has no minimum is.
  public var isDashed = false
  /// From 0 to 1, the halo's colour.
  public var paleness = 0.0

  /// The same stroke, so pale.
  public func paled(_ paleness: Double) -> OverlayStroke {
    var copy = self
    copy.paleness = paleness
    return copy
  }

  static func conic(_ conic: Conic?) -> [OverlayStroke] {
    conic.map { [OverlayStroke(shape: .conic($0), isDashed: !$0.hasMinimum)] } ?? []
  }
}
