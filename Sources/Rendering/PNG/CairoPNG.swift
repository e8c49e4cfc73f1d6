import CCairo
import Scenes

/// Cairo's own way to write PNG files, and to read them.
enum CairoPNG {
  static func encode(_ surface: CairoSurface) throws(CairoError) -> [UInt8] {
    let sink = ByteSink()
    try CairoError.check(
      cairo_surface_write_to_png_stream(surface.pointer, takeBytes, sink.context))
    return sink.bytes
  }

  /// A surface with the pixels of a PNG file.
  static func decode(_ bytes: [UInt8]) throws(CairoError) -> CairoSurface {
    let source = ByteSource(bytes)
    let image = withExtendedLifetime(source) {
      cairo_image_surface_create_from_png_stream(giveBytes, source.context)
    }
    defer { cairo_surface_destroy(image) }
    try CairoError.check(cairo_surface_status(image))
    let size = PixelSize(
      width: Int(cairo_image_surface_get_width(image)),
      height: Int(cairo_image_surface_get_height(image)))
    let surface = try CairoSurface(size: size)
    try surface.draw { painter in
      cairo_set_source_surface(painter.context, image, 0, 0)
      cairo_paint(painter.context)
    }
    return surface
  }
}

/// Hands out bytes to a C library's callback with a context pointer.
private final class ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    guard rest.count >= buffer.count else { return false }
    _ = buffer.update(fromContentsOf: rest.prefix(buffer.count))
    rest.removeFirst(buffer.count)
    return true
  }
}

private func giveBytes(
  context: UnsafeMutableRawPointer?, bytes: UnsafeMutablePointer<UInt8>?, count: UInt32
) -> cairo_status_t {
  guard let context else { return CAIRO_STATUS_READ_ERROR }
  let source = Unmanaged<ByteSource>.fromOpaque(context).takeUnretainedValue()
  let isFilled = source.fill(UnsafeMutableBufferPointer(start: bytes, count: Int(count)))
  return isFilled ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR
}
