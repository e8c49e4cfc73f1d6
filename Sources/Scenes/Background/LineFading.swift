import Contours

extension Levels {
  /// How far a line's neighbours are, in pixels, where it is not drawn and where it is drawn whole.
  static let fading = (gone: 3.0, whole: 8.0)

  /// How much of a level's line is drawn where f changes by `slope` from pixel to pixel: 1 where
  /// the neighbouring lines are far, 0 where they are near.
  func lineWeight(at level: Int, slope: Double) -> Double {
    var gap = Double.infinity
    if level > 0 { gap = values[level] - values[level - 1] }
    if level + 1 < values.count { gap = min(gap, values[level + 1] - values[level]) }
    guard slope.isFinite else { return 0 }
    let (gone, whole) = Self.fading
    return min(max((gap / slope - gone) / (whole - gone), 0), 1)
  }
}
