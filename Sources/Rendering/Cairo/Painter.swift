import CCairo
import Scenes

/// Draws marks on a cairo context.
///
/// Everything that could vary between machines is fixed: antialiasing in shades of grey, and text
/// without hints.
struct Painter: ~Copyable {
  let context: OpaquePointer?

  private init(on surface: OpaquePointer?) {
    context = cairo_create(surface)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GRAY)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    setFontOptions()
  }

  deinit {
    cairo_destroy(context)
  }

  /// Draws on any cairo surface, then looks at its sticky error.
  static func draw(
    on surface: OpaquePointer?, _ body: (borrowing Painter) throws(CairoError) -> Void
  ) throws(CairoError) {
    let painter = Painter(on: surface)
    try body(painter)
    try CairoError.check(cairo_status(painter.context))
    try CairoError.check(cairo_surface_status(surface))
  }

  /// Draws each mark above the ones before; throws where there is no memory for a raster.
  func paint(_ marks: [Mark]) throws(CairoError) {
    for mark in marks { try paint(mark) }
  }

  /// What is drawn from here on becomes so many times larger.
  func scale(by factor: Double) {
    cairo_scale(context, factor, factor)
  }

  /// Covers everything within the clip.
  func fill(with color: Color) {
    setSource(color)
    cairo_paint(context)
  }

  func setSource(_ color: Color) {
    cairo_set_source_rgb(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
  }

  private func paint(_ mark: Mark) throws(CairoError) {
    switch mark {
    case .rectangle(let rect, let fill, let stroke):
      trace(rect)
      finish(fill: fill, stroke: stroke)
    case .polyline(let points, let stroke):
      traceRuns(of: points)
      finish(fill: nil, stroke: stroke)
    case .polygon(let points, let fill, let stroke):
      trace(points)
      finish(fill: fill, stroke: stroke)
    case .marker(let shape, let center, let size, let fill, let halo):
      paint(shape, at: center, size: size, fill: fill, halo: halo)
    case .text(let text, let anchor, let style):
      paint(text, at: anchor, style)
    case .raster(let raster, let corner):
      try paint(raster, at: corner)
    case .clipped(let rect, let marks):
      try paint(marks, clippedTo: rect)
    }
  }

  private func paint(_ marks: [Mark], clippedTo rect: Rect) throws(CairoError) {
    cairo_save(context)
    trace(rect)
    cairo_clip(context)
    try paint(marks)
    cairo_restore(context)
  }
}
