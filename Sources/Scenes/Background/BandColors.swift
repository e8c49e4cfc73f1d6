import Contours

/// The colours of the bands between levels, and of the lines that part them.
struct BandColors {
  /// One more than there are levels; without a name for any, the page.
  let bands: [Color]
  /// One for each level.
  let lines: [Color]

  init(levels: Levels, style: ContourStyle) {
    guard !LevelNames(levels: levels).isEmpty else {
      (bands, lines) = ([style.colors.paper], [])
      return
    }
    let ramp = style.ramp ?? (levels.isDiverging ? .diverging : .viridis)
    let bands = Self.bands(of: levels, ramp).map {
      $0.mixed(with: style.colors.wash, style.colors.washShare)
    }
    self.bands = bands
    lines = (0..<levels.values.count).map { i in
      bands[i].mixed(with: bands[i + 1], 0.5).mixed(with: style.colors.contour, 0.38)
    }
  }

  /// A diverging ramp has its middle where f changes sign.
  private static func bands(of levels: Levels, _ ramp: ColorRamp) -> [Color] {
    let count = levels.values.count + 1
    guard ramp.isDiverging, levels.isDiverging else { return ramp.bands(count) }
    let below = Double(levels.steps.count { $0 < 0 })
    let zero = levels.steps.contains(0) ? below + 0.5 : below
    let reach = max(zero, Double(count - 1) - zero)
    return (0..<count).map { ramp[0.5 + (Double($0) - zero) / reach / 2] }
  }
}
