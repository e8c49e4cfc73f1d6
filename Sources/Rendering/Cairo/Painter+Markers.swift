import CCairo
import Scenes

extension Painter {
  /// The rim around a marker's shape, in pixels.
  private static var haloWidth: Double { 2 }

  func paint(_ shape: MarkerShape, at center: Point, size: Double, fill: Color, halo: Color) {
    guard center.x.isFinite, center.y.isFinite else { return }
    if shape == .circle {
      cairo_arc(context, center.x, center.y, size / 2, 0, 2 * Double.pi)
      cairo_close_path(context)
    } else {
      trace(shape.outline(radius: size / 2).map { Point(center.x + $0.x, center.y + $0.y) })
    }
    // Half of the stroke lies under the shape.
    finishMarker(fill: fill, rim: Stroke(halo, width: 2 * Self.haloWidth))
  }

  private func finishMarker(fill: Color, rim: Stroke) {
    setSource(rim.color)
    cairo_set_line_width(context, rim.width)
    cairo_set_dash(context, nil, 0, 0)
    cairo_stroke_preserve(context)
    finish(fill: fill, stroke: nil)
  }
}
