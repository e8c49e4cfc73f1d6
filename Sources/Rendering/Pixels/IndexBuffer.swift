import Scenes

/// An image as palette indices.
struct IndexBuffer: PixelBuffer {
  let size: PixelSize
  private(set) var pixels: [UInt8]
  private var lookup: PaletteLookup

  init(size: PixelSize, palette: Palette) {
    self.size = size
    pixels = [UInt8](repeating: 0, count: size.width * size.height)
    lookup = PaletteLookup(palette)
  }

  mutating func update(
    from surface: CairoSurface, in rect: PixelRect, changes: inout [RowChange]
  ) {
    for y in rect.minY..<rect.maxY {
      let change = surface.withRow(y) { row in
        translate(row, from: rect.minX, to: rect.maxX, y: y)
      }
      if let change { changes.append(change) }
    }
  }

  private mutating func translate(
    _ row: UnsafeMutableBufferPointer<UInt32>, from minX: Int, to maxX: Int, y: Int
  ) -> RowChange? {
    guard minX < maxX, maxX <= row.count else { return nil }
    let start = y * size.width
    var first = maxX
    var end = minX
    var last = row[minX]
    var index = lookup.index(of: last)
    for x in minX..<maxX {
      if row[x] != last {
        last = row[x]
        index = lookup.index(of: last)
      }
      if pixels[start + x] != index {
        pixels[start + x] = index
        first = min(first, x)
        end = x + 1
      }
    }
    return first < end ? RowChange(y: y, minX: first, maxX: end) : nil
  }
}
