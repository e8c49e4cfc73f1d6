import CCairo
import Scenes

extension PictureWriter {
  /// A PDF file of one page with embedded fonts, so wide in millimetres; a pixel is 1/96 inch
  /// unless given.
  ///
  /// - Throws: where cairo cannot draw it.
  public func pdf(_ picture: Picture, millimetres: Double? = nil) throws(CairoError) -> [UInt8] {
    let page = PageScale(picture.size, millimetres: millimetres)
    let sink = ByteSink()
    let surface = cairo_pdf_surface_create_for_stream(
      takeBytes, sink.context, page.points(picture.size.width), page.points(picture.size.height))
    defer { cairo_surface_destroy(surface) }
    try CairoError.check(cairo_surface_status(surface))
    // Newer cairo would write 1.7, of which older LaTeX warns.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    // The same picture gives the same bytes: the file does not say when it was made.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    try Painter.draw(on: surface) { painter throws(CairoError) in
      painter.scale(by: page.pointsPerPixel)
      painter.fill(with: picture.background)
      try painter.paint(picture.marks)
    }
    cairo_surface_finish(surface)
    try CairoError.check(cairo_surface_status(surface))
    return sink.bytes
  }
}
