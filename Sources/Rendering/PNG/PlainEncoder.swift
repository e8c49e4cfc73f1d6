import Scenes

/// Has libpng encode each frame whole, as palette indices.
struct PlainPaletteEncoder: FrameEncoder {
  private let palette: [Color]
  private var buffer: IndexBuffer
  private var changes: [RowChange] = []

  init(size: PixelSize, palette: Palette) {
    self.palette = palette.entries
    buffer = IndexBuffer(size: size, palette: palette)
  }

  mutating func update(from surface: CairoSurface, in rects: [PixelRect]) {
    changes.removeAll(keepingCapacity: true)
    for rect in rects { buffer.update(from: surface, in: rect, changes: &changes) }
  }

  func png() throws(PNGError) -> [UInt8] {
    try PNGEncoder.encode(indices: buffer.pixels, palette: palette, size: buffer.size)
  }
}

/// Has libpng encode each frame whole, in true colour.
struct PlainColorEncoder: FrameEncoder {
  private var buffer: ColorBuffer
  private var changes: [RowChange] = []

  init(size: PixelSize) {
    buffer = ColorBuffer(size: size)
  }

  mutating func update(from surface: CairoSurface, in rects: [PixelRect]) {
    changes.removeAll(keepingCapacity: true)
    for rect in rects { buffer.update(from: surface, in: rect, changes: &changes) }
  }

  func png() throws(PNGError) -> [UInt8] {
    var samples: [UInt8] = []
    samples.reserveCapacity(3 * buffer.pixels.count)
    for pixel in buffer.pixels {
      samples.append(UInt8(truncatingIfNeeded: pixel >> 16))
      samples.append(UInt8(truncatingIfNeeded: pixel >> 8))
      samples.append(UInt8(truncatingIfNeeded: pixel))
    }
    return try PNGEncoder.encode(samples: samples, size: buffer.size)
  }
}
