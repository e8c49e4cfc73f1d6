import Scenes

/// Turns a picture into the bytes of a file.
public struct PictureWriter: Sendable {
  public init() {}

  /// A PNG file: with a palette if at most 256 colours occur, else in true colour.
  public func png(_ picture: Picture) throws -> [UInt8] {
    let surface = try CairoSurface.painted(picture)
    var counts = ColorCounts()
    counts.count(surface, in: [PixelRect(picture.size)])
    let palette = Palette(for: counts)
    guard palette.isExact else {
      return try PNGEncoder.encode(samples: surface.samples(), size: picture.size)
    }
    var buffer = IndexBuffer(size: picture.size, palette: palette)
    var changes: [RowChange] = []
    buffer.update(from: surface, in: PixelRect(picture.size), changes: &changes)
    return try PNGEncoder.encode(
      indices: buffer.pixels, palette: palette.entries, size: picture.size)
  }
}
