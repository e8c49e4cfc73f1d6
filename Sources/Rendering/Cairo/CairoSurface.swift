import CCairo
import Scenes

/// An image in memory to be drawn on: opaque, 32 bits a pixel.
///
/// Cairo's errors are sticky; they are looked at once, after a drawing closure.
final class CairoSurface {
  let pointer: OpaquePointer?
  /// In pixels.
  let size: PixelSize

  /// An all black image.
  ///
  /// - Throws: where cairo has no room for it.
  init(size: PixelSize) throws(CairoError) {
    self.size = size
    pointer = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(clamping: size.width), Int32(clamping: size.height))
    try CairoError.check(cairo_surface_status(pointer))
  }

  deinit {
    cairo_surface_destroy(pointer)
  }

  /// Draws by way of a painter that is valid within the closure only.
  ///
  /// - Throws: what `body` throws, and what went wrong in drawing.
  func draw(
    _ body: (borrowing Painter) throws(CairoError) -> Void
  ) throws(CairoError) {
    try Painter.draw(on: pointer, body)
  }

  /// "1.16.0".
  static var libraryVersion: String { String(cString: cairo_version_string()) }

  /// The whole of a picture.
  ///
  /// - Throws: where cairo has no room for it, or something cannot be drawn.
  static func painted(_ picture: Picture) throws(CairoError) -> CairoSurface {
    let surface = try CairoSurface(size: picture.size)
    try surface.draw { painter throws(CairoError) in
      painter.fill(with: picture.background)
      try painter.paint(picture.marks)
    }
    return surface
  }
}
