import CCairo
import Scenes

extension PictureWriter {
  /// An SVG file whose unit is the pixel; text becomes outlines.
  public func svg(_ picture: Picture) throws(CairoError) -> [UInt8] {
    let sink = ByteSink()
    let surface = cairo_svg_surface_create_for_stream(
      takeBytes, sink.context, Double(picture.size.width), Double(picture.size.height))
    defer { cairo_surface_destroy(surface) }
    try CairoError.check(cairo_surface_status(surface))
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
    try Painter.draw(on: surface) { painter in
      painter.fill(with: picture.background)
      painter.paint(picture.marks)
    }
    cairo_surface_finish(surface)
    try CairoError.check(cairo_surface_status(surface))
    return SVGNames.renumbered(sink.bytes)
  }
}

/// Appends what cairo hands over to the sink behind `context`.
func takeBytes(
  context: UnsafeMutableRawPointer?, bytes: UnsafePointer<UInt8>?, count: UInt32
) -> cairo_status_t {
  guard let context else { return CAIRO_STATUS_WRITE_ERROR }
  ByteSink.at(context).append(UnsafeBufferPointer(start: bytes, count: Int(count)))
  return CAIRO_STATUS_SUCCESS
}
