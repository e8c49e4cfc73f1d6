import Scenes

/// An image as palette indices, brought up to date part by part.
struct IndexBuffer {
  let size: PixelSize
  private(set) var indices: [UInt8]
  private var lookup: PaletteLookup

  init(size: PixelSize, palette: Palette) {
    self.size = size
    indices = [UInt8](repeating: 0, count: size.width * size.height)
    lookup = PaletteLookup(palette)
  }

  /// Translates the pixels of a surface of the same size within a rectangle.
  mutating func update(from surface: CairoSurface, in rect: PixelRect) {
    for y in rect.minY..<rect.maxY {
      surface.withRow(y) { row in
        translate(row, from: rect.minX, to: rect.maxX, at: y * size.width)
      }
    }
  }

  private mutating func translate(
    _ row: UnsafeMutableBufferPointer<UInt32>, from minX: Int, to maxX: Int, at start: Int
  ) {
    guard minX < maxX, maxX <= row.count else { return }
    var last = row[minX]
    var index = lookup.index(of: last)
    for x in minX..<maxX {
      if row[x] != last {
        last = row[x]
        index = lookup.index(of: last)
      }
      indices[start + x] = index
    }
  }
}
