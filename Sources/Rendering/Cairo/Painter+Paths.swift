import CCairo
import Scenes

extension Painter {
  /// Cairo counts in fixed point with 24 bits before the point.
  private static var reach: Double { 1e6 }

  /// Points farther away are moved nearer along the line from the origin, which turns lines that
  /// lead there by little.
  private static func clamped(_ point: Point) -> Point {
    let farthest = max(abs(point.x), abs(point.y))
    if farthest <= reach { return point }
    let near = Point(
      min(max(point.x, -Double.greatestFiniteMagnitude), .greatestFiniteMagnitude),
      min(max(point.y, -Double.greatestFiniteMagnitude), .greatestFiniteMagnitude))
    let factor = reach / min(farthest, .greatestFiniteMagnitude)
    return Point(near.x * factor, near.y * factor)
  }

  func trace(_ rect: Rect) {
    let corners = [
      Point(rect.x, rect.y), Point(rect.maxX, rect.y), Point(rect.maxX, rect.maxY),
      Point(rect.x, rect.maxY),
    ]
    trace(corners)
  }

  /// A closed path; nothing if a coordinate is not a number.
  func trace(_ points: [Point]) {
    guard points.allSatisfy({ !$0.x.isNaN && !$0.y.isNaN }), points.count > 0 else { return }
    for point in points.map(Self.clamped) { cairo_line_to(context, point.x, point.y) }
    cairo_close_path(context)
  }

  /// An open path, interrupted where a coordinate is not a number.
  func traceRuns(of points: [Point]) {
    for run in points.split(whereSeparator: { $0.x.isNaN || $0.y.isNaN }) {
      cairo_new_sub_path(context)
      for point in run.map(Self.clamped) { cairo_line_to(context, point.x, point.y) }
      // A single point is a line without length: a dot, thanks to round caps.
      if run.count == 1, let only = run.first.map(Self.clamped) {
        cairo_line_to(context, only.x, only.y)
      }
    }
  }

  /// Fills and strokes the current path, and forgets it.
  func finish(fill: Color?, stroke: Stroke?) {
    if let fill {
      setSource(fill)
      cairo_fill_preserve(context)
    }
    if let stroke, stroke.width > 0 {
      setSource(stroke.color)
      cairo_set_line_width(context, stroke.width)
      cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
      cairo_stroke_preserve(context)
    }
    cairo_new_path(context)
  }

  /// Keeps all that follows within some pixels.
  func clip(to rects: [PixelRect]) {
    for rect in rects {
      cairo_rectangle(
        context, Double(rect.minX), Double(rect.minY), Double(rect.maxX - rect.minX),
        Double(rect.maxY - rect.minY))
    }
    cairo_clip(context)
  }
}
