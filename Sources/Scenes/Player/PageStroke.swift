import Experiments
import JSON

/// A stroke of an overlay as a page gets it: a few numbers in the map's values, so that it stays in
/// place at any size and zoom.
struct PageStroke: Hashable {
  /// What strokes have in common, kept once.
  struct Look: Hashable {
    let kind: Kind
    let color: Color
    let isDashed: Bool

    var json: JSON {
      .members([
        "kind": .string(kind.rawValue), "color": .string(color.css),
        "isDashed": .integer(isDashed ? 1 : 0),
      ])
    }
  }

  /// What the numbers are.
  enum Kind: String {
    /// An offset from the head.
    case arrow, openArrow
    /// A place, and an offset from it.
    case farArrow
    /// Half of width and height around the head.
    case box
    /// The ends.
    case segment
    /// A place.
    case dot, plus
    /// The centre, and the two vectors that span the curve.
    case ellipse, hyperbola
  }

  let look: Look
  let numbers: [Double]

  /// Nil for a curve that is empty or that lies in the infinite.
  init?(_ stroke: OverlayStroke, _ pen: OverlayPen, on map: Plot) {
    let kind: Kind
    switch stroke.shape {
    case .arrow(let offset, let isOpen):
      kind = isOpen ? .openArrow : .arrow
      numbers = Self.offset(offset, map)
    case .farArrow(let start, let offset):
      kind = .farArrow
      numbers = Self.place(start, map) + Self.offset(offset, map)
    case .box(let half):
      kind = .box
      numbers = Self.offset(half, map).map(abs)
    case .segment(let start, let end):
      kind = .segment
      numbers = Self.place(start, map) + Self.place(end, map)
    case .dot(let place):
      kind = .dot
      numbers = Self.place(place, map)
    case .plus(let place):
      kind = .plus
      numbers = Self.place(place, map)
    case .conic(let conic):
      guard let (first, second, isEllipse) = conic.spans else { return nil }
      kind = isEllipse ? .ellipse : .hyperbola
      numbers = [conic.center, first, second].flatMap {
        Self.rounded($0.x, over: map.x) + Self.rounded($0.y, over: map.y)
      }
    }
    look = Look(kind: kind, color: pen.color(stroke.paleness), isDashed: stroke.isDashed)
  }

  /// To four digits, for arrows and boxes begin or lie at the head, which is exact.
  private static func offset(_ pixels: Point, _ map: Plot) -> [Double] {
    [(pixels.x, map.x), (pixels.y, map.y)].map { pixels, scale in
      let extent = scale.domain.upperBound - scale.domain.lowerBound
      return PageNumber.rounded(pixels * (extent / (scale.end - scale.start)), digits: 4)
    }
  }

  private static func place(_ point: Point, _ map: Plot) -> [Double] {
    rounded(map.x.value(at: point.x), over: map.x) + rounded(map.y.value(at: point.y), over: map.y)
  }

  private static func rounded(_ value: Double, over scale: Scale) -> [Double] {
    [PageNumber.coordinate(value, over: scale.domain)]
  }
}
