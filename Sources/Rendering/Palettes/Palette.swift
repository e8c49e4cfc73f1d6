import Scenes

/// At most 256 colours that stand for all colours of some images.
struct Palette: Hashable, Sendable {
  /// 0xRRGGBB, in the order of their cells, see `PaletteLookup`.
  let colors: [UInt32]
  /// Whether every counted colour is in the palette.
  let isExact: Bool

  /// Colours that fill a thousandth of the images or more stay as they are; the rest are shades,
  /// which are merged where they are close. The same counts give the same palette.
  init(for counts: ColorCounts, limit: Int = 256) {
    let ranked = counts.ranked()
    let total = ranked.reduce(0) { $0 + $1.weight }
    let flat = ranked.prefix(limit / 2).prefix { $0.weight * 1000 >= total }
    isExact = ranked.count <= limit
    let chosen: Set<UInt32>
    if isExact {
      chosen = Set(ranked.map(\.hex))
    } else {
      let shades = ranked.dropFirst(flat.count)
      let merged = MedianCut.colors(Array(shades), limit: limit - flat.count)
      chosen = Set(flat.map(\.hex)).union(merged)
    }
    colors = chosen.sorted { (PaletteLookup.cell(of: $0), $0) < (PaletteLookup.cell(of: $1), $1) }
  }

  /// The entries of a palette image.
  var entries: [Color] { colors.map { Color($0) } }
}
