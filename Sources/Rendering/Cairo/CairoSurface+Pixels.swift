import CCairo
import Scenes

extension CairoSurface {
  /// Row `y` of the image, for a kernel: pixels 0x..RRGGBB with 8 undefined high bits.
  func withRow<Result>(_ y: Int, _ body: (UnsafeMutableBufferPointer<UInt32>) -> Result) -> Result {
    cairo_surface_flush(pointer)
    guard let data = cairo_image_surface_get_data(pointer) else {
      return body(UnsafeMutableBufferPointer(start: nil, count: 0))
    }
    let start = data + y * Int(cairo_image_surface_get_stride(pointer))
    return start.withMemoryRebound(to: UInt32.self, capacity: size.width) {
      body(UnsafeMutableBufferPointer(start: $0, count: size.width))
    }
  }

  /// The pixels as a raster, with undefined high bits.
  var raster: Raster {
    var pixels: [UInt32] = []
    pixels.reserveCapacity(size.width * size.height)
    for y in 0..<size.height { withRow(y) { pixels.append(contentsOf: $0) } }
    return Raster(width: size.width, height: size.height, pixels: pixels)
  }

  /// Sets the pixels to those of a raster of the same size.
  func replacePixels(by raster: Raster) {
    for y in 0..<min(size.height, raster.height) {
      withRow(y) { row in
        let start = y * raster.width
        _ = row.update(fromContentsOf: raster.pixels[start..<start + min(size.width, raster.width)])
      }
    }
    cairo_surface_mark_dirty(pointer)
  }

  /// Takes over the pixels of a surface of the same size within some rectangles.
  func copy(_ other: CairoSurface, in rects: [PixelRect]) {
    for rect in rects {
      for y in rect.minY..<rect.maxY {
        other.withRow(y) { source in
          withRow(y) { row in
            let columns = rect.minX..<rect.maxX
            _ = row[columns].update(fromContentsOf: source[columns])
          }
        }
      }
    }
    cairo_surface_mark_dirty(pointer)
  }

  /// Red, green and blue of each pixel, row after row.
  func samples() -> [UInt8] {
    var samples: [UInt8] = []
    samples.reserveCapacity(size.width * size.height * 3)
    for y in 0..<size.height {
      withRow(y) { row in
        for pixel in row {
          samples.append(UInt8(truncatingIfNeeded: pixel >> 16))
          samples.append(UInt8(truncatingIfNeeded: pixel >> 8))
          samples.append(UInt8(truncatingIfNeeded: pixel))
        }
      }
    }
    return samples
  }
}
