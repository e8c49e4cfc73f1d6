import Contours

/// Colours pixels by the band between two levels that their value lies in.
///
/// A line darkens the border of two bands; where lines crowd they fade, and the bands only blend.
/// Every weight has few values, so that the colours stay countable.
struct BandPainter {
  private let levels: Levels
  private let bands: [Color]
  private let lines: [Color]
  private let undefined: Color

  init(levels: Levels, style: ContourStyle) {
    self.levels = levels
    let bands = Self.bandColors(levels).map {
      $0.mixed(with: style.colors.wash, style.colors.washShare)
    }
    self.bands = bands
    undefined = style.colors.undefined
    lines = (0..<levels.values.count).map { i in
      bands[i].mixed(with: bands[i + 1], 0.5).mixed(with: Color(0x303030), 0.38)
    }
  }

  /// The colour of a pixel with value `value`, where f changes by `slope` from pixel to pixel.
  func color(_ value: Double, slope: Double) -> Color {
    guard value.isFinite else { return undefined }
    let band = levels.band(of: value)
    guard let level = nearestLevel(to: value, band: band), slope > 0, slope.isFinite else {
      return bands[band]
    }
    let distance = abs(value - levels.values[level]) / slope
    let other = level < band ? band - 1 : band + 1
    let lightness = fading(at: level, slope: slope)
    if lightness == 0 {
      return distance < 0.3 ? bands[band].mixed(with: bands[other], 0.5) : bands[band]
    }
    let coverage = min(max(1.1 - distance, 0), 1) * lightness
    return bands[band].mixed(with: lines[level], (coverage * 3).rounded() / 3)
  }

  /// The level next to a value, the one above or the one below its band.
  private func nearestLevel(to value: Double, band: Int) -> Int? {
    let candidates = [band - 1, band].filter(levels.values.indices.contains)
    return candidates.min { abs(levels.values[$0] - value) < abs(levels.values[$1] - value) }
  }

  /// 1 where the neighbouring lines are far, 0 where they are within three pixels.
  private func fading(at level: Int, slope: Double) -> Double {
    let neighbors = [level - 1, level + 1].filter(levels.values.indices.contains)
    let gaps = neighbors.map { abs(levels.values[$0] - levels.values[level]) / slope }
    guard let gap = gaps.min() else { return 1 }
    return min(max((gap - 3) / 5, 0), 1)
  }

  /// Levels on either side of zero get the diverging ramp, centred where the sign changes.
  private static func bandColors(_ levels: Levels) -> [Color] {
    let count = levels.values.count + 1
    let negative = levels.values.count { $0 < 0 }
    let positive = levels.values.count { $0 > 0 }
    guard levels.rule == .symmetric, negative > 0, positive > 0 else {
      return ColorRamp.sequential.bands(count)
    }
    return (0..<count).map { i in
      let middle = Double(count - 1) / 2
      let reach = (Double(i) - middle) / middle
      return ColorRamp.diverging[0.5 + reach / 2]
    }
  }
}
