import Scenes

/// Turns a picture into the bytes of a file.
public struct PictureWriter: Sendable {
  /// There is nothing to set.
  public init() {}

  /// A PNG file: with a palette if at most 256 colours occur, else in true colour.
  ///
  /// - Throws: `CairoError` or `PNGError` where it cannot be drawn or encoded.
  public func png(_ picture: Picture) throws -> [UInt8] {
    try png(CairoSurface.painted(picture))
  }

  func png(_ surface: CairoSurface) throws -> [UInt8] {
    var counts = ColorCounts()
    counts.count(surface, in: [PixelRect(surface.size)])
    let palette = Palette(for: counts)
    guard palette.isExact else {
      return try PNGEncoder.encode(samples: surface.samples(), size: surface.size)
    }
    var buffer = IndexBuffer(size: surface.size, palette: palette)
    var changes: [RowChange] = []
    buffer.update(from: surface, in: PixelRect(surface.size), changes: &changes)
    return try PNGEncoder.encode(
      indices: buffer.pixels, palette: palette.entries, size: surface.size)
  }
}
