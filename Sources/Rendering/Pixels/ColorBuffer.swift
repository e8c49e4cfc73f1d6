import Scenes

/// An image as colours, 0x00RRGGBB each.
struct ColorBuffer: PixelBuffer {
  let size: PixelSize
  private(set) var pixels: [UInt32]

  init(size: PixelSize) {
    self.size = size
    pixels = [UInt32](repeating: 0, count: size.width * size.height)
  }

  mutating func update(
    from surface: CairoSurface, in rect: PixelRect, changes: inout [RowChange]
  ) {
    for y in rect.minY..<rect.maxY {
      let change = surface.withRow(y) { row in
        copy(row, from: rect.minX, to: rect.maxX, y: y)
      }
      if let change { changes.append(change) }
    }
  }

  private mutating func copy(
    _ row: UnsafeMutableBufferPointer<UInt32>, from minX: Int, to maxX: Int, y: Int
  ) -> RowChange? {
    guard minX < maxX, maxX <= row.count else { return nil }
    let start = y * size.width
    var first = maxX
    var end = minX
    for x in minX..<maxX {
      let color = row[x] & 0xFF_FFFF
      if pixels[start + x] != color {
        pixels[start + x] = color
        first = min(first, x)
        end = x + 1
      }
    }
    return first < end ? RowChange(y: y, minX: first, maxX: end) : nil
  }
}
