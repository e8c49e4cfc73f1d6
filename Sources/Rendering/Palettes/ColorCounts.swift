import Scenes

/// How often each colour occurs, 0xRRGGBB.
struct ColorCounts {
  private(set) var counts: [UInt32: Int] = [:]

  /// Counts run by run: pictures are mostly flat.
  mutating func count(_ surface: CairoSurface) {
    for y in 0..<surface.size.height {
      surface.withRow(y) { row in
        var x = 0
        while x < row.count {
          let start = x
          let color = row[x] & 0xFF_FFFF
          while x < row.count, row[x] & 0xFF_FFFF == color { x += 1 }
          counts[color, default: 0] += x - start
        }
      }
    }
  }

  /// The colours, the most frequent first; in a fixed order among equals.
  func ranked() -> [WeightedColor] {
    counts.map { WeightedColor(hex: $0.key, weight: $0.value) }
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
