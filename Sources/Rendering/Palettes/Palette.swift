import Scenes

/// At most 256 colours that stand for all colours of some images.
struct Palette: Hashable, Sendable {
  /// 0xRRGGBB, in the order of their cells, see `PaletteLookup`.
  let colors: [UInt32]
  /// Whether every counted colour is in the palette.
  let isExact: Bool

  /// Colours on flat areas stay as they are; the rest are shades, which are merged where they are
  /// close. The same counts give the same palette.
  init(for counts: ColorCounts, limit: Int = 256, reserved: Int = 128) {
    let ranked = counts.ranked()
    isExact = ranked.count <= limit
    let chosen: [UInt32]
    if isExact {
      chosen = ranked.map(\.hex)
    } else {
      let shades = MedianCut.colors(Array(ranked.dropFirst(reserved)), limit: limit - reserved)
      chosen = Array(Set(ranked.prefix(reserved).map(\.hex)).union(shades))
    }
    colors = chosen.sorted { (PaletteLookup.cell(of: $0), $0) < (PaletteLookup.cell(of: $1), $1) }
  }

  /// The entries of a palette image.
  var entries: [Color] { colors.map { Color($0) } }
}
