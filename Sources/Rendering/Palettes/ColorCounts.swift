import Scenes

/// How often each colour occurs, 0xRRGGBB.
struct ColorCounts {
  private(set) var counts: [UInt32: Int] = [:]

  /// Counts the pixels within some rectangles that have none in common, each so many times.
  mutating func count(_ surface: CairoSurface, in rects: [PixelRect], weight: Int = 1) {
    for rect in rects {
      for y in rect.minY..<rect.maxY {
        surface.withRow(y) { row in
          count(UnsafeMutableBufferPointer(rebasing: row[rect.minX..<rect.maxX]), weight: weight)
        }
      }
    }
  }

  /// Counts run by run: pictures are mostly flat.
  private mutating func count(_ row: UnsafeMutableBufferPointer<UInt32>, weight: Int) {
    var x = 0
    while x < row.count {
      let start = x
      let color = row[x] & 0xFF_FFFF
      while x < row.count, row[x] & 0xFF_FFFF == color { x += 1 }
      counts[color, default: 0] += weight * (x - start)
    }
  }

  /// The colours, the most frequent first; in a fixed order among equals.
  func ranked() -> [WeightedColor] {
    counts.filter { $0.value > 0 }.map { WeightedColor(hex: $0.key, weight: $0.value) }
      .sorted { ($1.weight, $0.hex) < ($0.weight, $1.hex) }
  }
}

/// A colour and the number of pixels that have it.
struct WeightedColor {
  let hex: UInt32
  let weight: Int

  /// Red, green or blue: channel 0, 1 or 2.
  func channel(_ index: Int) -> Int {
    Int(hex >> UInt32(16 - 8 * index) & 255)
  }
}
