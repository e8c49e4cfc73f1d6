import CPNG
import Scenes

/// Encodes pixels as PNG files, quickly rather than small.
enum PNGEncoder {
  /// An image of at most 256 colours: `indices` holds one palette index per pixel, row after row.
  ///
  /// - Throws: where the palette has not 1 to 256 colours, or there is not one index a pixel.
  static func encode(
    indices: [UInt8], palette: [Color], size: PixelSize
  ) throws(PNGError) -> [UInt8] {
    guard (1...256).contains(palette.count) else { throw PNGError("a palette of another size") }
    guard indices.count == size.width * size.height else { throw PNGError("pixels are missing") }
    let samples = palette.flatMap { [$0.red, $0.green, $0.blue] }
    return try write(pixels: indices, palette: samples, size: size)
  }

  /// An image of any colours: `samples` holds red, green and blue of each pixel, row after row.
  ///
  /// - Throws: where there are not three samples a pixel.
  static func encode(samples: [UInt8], size: PixelSize) throws(PNGError) -> [UInt8] {
    guard samples.count == size.width * size.height * 3 else {
      throw PNGError("pixels are missing")
    }
    return try write(pixels: samples, palette: [], size: size)
  }

  private static func write(
    pixels: [UInt8], palette: [UInt8], size: PixelSize
  ) throws(PNGError) -> [UInt8] {
    let sink = ByteSink(capacity: pixels.count / 8 + 1024)
    var message = [CChar](repeating: 0, count: 256)
    let status = pixels.withUnsafeBufferPointer { pixels in
      palette.withUnsafeBufferPointer { palette in
        var image = descent_png_image(
          width: UInt32(size.width), height: UInt32(size.height), pixels: pixels.baseAddress,
          palette: palette.baseAddress, palette_count: Int32(palette.count / 3))
        return descent_png_write(
          &image, takeBytes, sink.context, &message, message.count)
      }
    }
    guard status == 0 else {
      let reason = message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      throw PNGError(String(decoding: reason, as: UTF8.self))
    }
    return sink.bytes
  }
}

/// Appends what libpng hands over to the sink behind `context`.
private func takeBytes(
  context: UnsafeMutableRawPointer?, bytes: UnsafePointer<UInt8>?, count: Int
) -> Int32 {
  guard let context else { return 1 }
  ByteSink.at(context).append(UnsafeBufferPointer(start: bytes, count: count))
  return 0
}
