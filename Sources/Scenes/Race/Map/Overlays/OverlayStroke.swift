/// One stroke of an overlay at a head: where it lies, before it is cut at the map's edge.
struct OverlayStroke: Hashable, Sendable {
  /// Places and offsets are pixels of a map.
  enum Shape: Hashable, Sendable {
    /// From the head.
    case arrow(by: Point, isOpen: Bool)
    /// Around the head: half of its width and height.
    case box(Point)
    case segment(Point, Point)
    case dot(Point)
    case plus(Point)
    /// In the map's values.
    case conic(Conic)
  }

  let shape: Shape
  var isDashed = false
  /// From 0 to 1, the halo's colour.
  var paleness = 0.0

  static func conic(_ conic: Conic?) -> [OverlayStroke] {
    conic.map { [OverlayStroke(shape: .conic($0), isDashed: !$0.hasMinimum)] } ?? []
  }
}
