import CCairo
import Scenes

extension Painter {
  /// The rim around a marker's shape, in pixels.
  private static var haloWidth: Double { Measures.markerRim }

  func paint(_ shape: MarkerShape, at center: Point, size: Double, fill: Color, halo: Color) {
    guard center.x.isFinite, center.y.isFinite else { return }
    if shape.isRegular {
      // Filling twice is much faster than stroking.
      trace(shape, at: center, size: size, rim: Self.haloWidth)
      finish(fill: halo, stroke: nil)
      trace(shape, at: center, size: size)
    } else {
      trace(shape, at: center, size: size)
      // Half of the stroke lies under the shape.
      rim(Stroke(halo, width: 2 * Self.haloWidth))
    }
    finish(fill: fill, stroke: nil)
  }

  private func trace(_ shape: MarkerShape, at center: Point, size: Double, rim: Double = 0) {
    if shape == .circle {
      cairo_arc(context, center.x, center.y, size / 2 + rim, 0, 2 * Double.pi)
      cairo_close_path(context)
    } else {
      let outline = shape.outline(radius: size / 2, rim: rim)
      trace(outline.map { Point(center.x + $0.x, center.y + $0.y) })
    }
  }

  /// Strokes the current path and keeps it.
  private func rim(_ stroke: Stroke) {
    setSource(stroke.color)
    cairo_set_line_width(context, stroke.width)
    cairo_set_dash(context, nil, 0, 0)
    cairo_stroke_preserve(context)
  }
}
