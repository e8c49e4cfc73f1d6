import CTiles
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
    guard let start = row.baseAddress, 0 <= minX, minX < maxX, maxX <= row.count else { return nil }
    let change = pixels.withUnsafeMutableBufferPointer { pixels -> descent_range in
      guard let colors = pixels.baseAddress else { return descent_range() }
      return descent_colors_update(colors + y * size.width + minX, start + minX, maxX - minX)
    }
    guard change.first < change.end else { return nil }
    return RowChange(y: y, minX: minX + change.first, maxX: minX + change.end)
  }
}
