import Contours

/// Colours pixels by the band between two levels that their value lies in.
///
/// A line darkens the border of two bands; where lines crowd they fade, and the bands only blend.
/// Every weight has few values, so that the colours stay countable.
struct BandPainter {
  private let levels: Levels
  private let colors: BandColors
  private let undefined: Color
  private let hatch: Color
  private let hasLines: Bool
  private let weights: LineWeights

  /// How far from a level, in pixels, its line is seen.
  static let reach = 1.1
  /// The lines that hatch what is undefined, in pixels.
  static let hatching = (width: 2, period: 9)

  init(levels: Levels, weights: LineWeights, style: ContourStyle) {
    self.levels = levels
    self.weights = weights
    colors = BandColors(levels: levels, style: style)
    undefined = style.colors.undefined
    hatch = style.colors.hatch
    hasLines = !style.isVector
  }

  /// The colour of a sample's pixel.
  func color(at column: Int, _ row: Int, in samples: PixelSamples) -> Color {
    let value = samples[column, row]
    guard value.isFinite else { return undefinedColor(at: column, row) }
    let band = levels.band(of: value)
    let color = colors.bands[band]
    guard hasLines, let level = nearestLevel(to: value, band: band) else { return color }
    let slope = samples.slope(column, row)
    guard slope > 0, slope.isFinite else { return color }
    let distance = abs(value - levels.values[level]) / slope
    // A plateau beside a jump may seem near to a level that f does not reach there.
    guard distance < Self.reach, !samples.isPlateau(column, row),
      samples.range(around: column, row).contains(levels.values[level])
    else { return color }
    return blend(
      band, level, distance: distance, lightness: weights.weight(of: level, at: column, row))
  }

  private func undefinedColor(at column: Int, _ row: Int) -> Color {
    (column + row) % Self.hatching.period < Self.hatching.width ? hatch : undefined
  }

  private func blend(_ band: Int, _ level: Int, distance: Double, lightness: Double) -> Color {
    if lightness == 0 {
      let other = level < band ? band - 1 : band + 1
      return distance < 0.3
        ? colors.bands[band].mixed(with: colors.bands[other], 0.5)
        : colors.bands[band]
    }
    let coverage = (Self.reach - distance) * lightness
    return colors.bands[band].mixed(
      with: colors.lines[level], (min(coverage, 1) * 3).rounded() / 3)
  }

  /// The level next to a value, the one above or the one below its band.
  private func nearestLevel(to value: Double, band: Int) -> Int? {
    let values = levels.values
    if band == 0 { return values.isEmpty ? nil : 0 }
    if band == values.count { return band - 1 }
    return values[band] - value < value - values[band - 1] ? band : band - 1
  }
}
