import CCairo
import Scenes

extension PictureWriter {
  /// An SVG file with text as outlines, so wide in millimetres; its unit is the pixel unless given.
  ///
  /// - Throws: where cairo cannot draw it.
  public func svg(_ picture: Picture, millimetres: Double? = nil) throws(CairoError) -> [UInt8] {
    let page = PageScale(picture.size, millimetres: millimetres)
    let unit = millimetres == nil ? 1 : page.millimetres(1)
    let sink = ByteSink()
    let surface = cairo_svg_surface_create_for_stream(
      takeBytes, sink.context, Double(picture.size.width) * unit,
      Double(picture.size.height) * unit)
    defer { cairo_surface_destroy(surface) }
    try CairoError.check(cairo_surface_status(surface))
    cairo_svg_surface_set_document_unit(
      surface, millimetres == nil ? CAIRO_SVG_UNIT_PX : CAIRO_SVG_UNIT_MM)
    try Painter.draw(on: surface) { painter throws(CairoError) in
      painter.scale(by: unit)
      painter.fill(with: picture.background)
      try painter.paint(picture.marks)
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
