/// Finds the palette entry for a colour through a table of 15-bit cells.
///
/// A cell without an entry stands for the entry nearest to its centre; a cell with one, for that;
/// a cell with several, for the nearest of these, so that a colour of the palette always finds
/// itself. The result depends on colour and palette alone, though the table is filled on demand.
struct PaletteLookup: Sendable {
  private static let unknown = UInt16.max
  private static let crowded: UInt16 = 1 << 8

  private let colors: [UInt32]
  /// An entry, the first of several with the bit `crowded`, or `unknown`.
  private var table = [UInt16](repeating: Self.unknown, count: 1 << 15)

  init(_ palette: Palette) {
    colors = palette.colors
    for (index, color) in colors.enumerated().reversed() {
      let cell = Self.cell(of: color)
      let isShared = table[cell] != Self.unknown
      table[cell] = UInt16(index) | (isShared ? Self.crowded : 0)
    }
  }

  /// The upper five bits of each channel. Bits above the channels are ignored.
  @inline(__always)
  static func cell(of color: UInt32) -> Int {
    let red: UInt32 = color >> 9 & 0x7C00
    let green: UInt32 = color >> 6 & 0x3E0
    let blue: UInt32 = color >> 3 & 0x1F
    return Int(red | green | blue)
  }

  private static func center(of cell: Int) -> UInt32 {
    let red = UInt32(cell & 0x7C00) << 9
    let green = UInt32(cell & 0x3E0) << 6
    let blue = UInt32(cell & 0x1F) << 3
    return (red | green | blue) + 0x04_0404
  }

  @inline(__always)
  mutating func index(of color: UInt32) -> UInt8 {
    let cell = Self.cell(of: color)
    let known = table[cell]
    if known < Self.crowded { return UInt8(truncatingIfNeeded: known) }
    return known == Self.unknown ? fill(cell) : member(of: cell, from: Int(known & 255), color)
  }

  private mutating func fill(_ cell: Int) -> UInt8 {
    let index = nearest(to: Self.center(of: cell), among: colors.indices)
    table[cell] = UInt16(index)
    return index
  }

  private func member(of cell: Int, from first: Int, _ color: UInt32) -> UInt8 {
    var end = first + 1
    while end < colors.count, Self.cell(of: colors[end]) == cell { end += 1 }
    return nearest(to: color, among: first..<end)
  }

  private func nearest(to color: UInt32, among candidates: Range<Int>) -> UInt8 {
    var best = candidates.lowerBound
    var least = Int32.max
    for index in candidates {
      let distance = Self.distance(color, colors[index])
      if distance < least { (best, least) = (index, distance) }
    }
    return UInt8(truncatingIfNeeded: best)
  }

  /// The eye tells greens apart best, blues worst.
  private static func distance(_ a: UInt32, _ b: UInt32) -> Int32 {
    let red = Int32(a >> 16 & 255) - Int32(b >> 16 & 255)
    let green = Int32(a >> 8 & 255) - Int32(b >> 8 & 255)
    let blue = Int32(a & 255) - Int32(b & 255)
    return 3 * red * red + 4 * green * green + 2 * blue * blue
  }
}
