import Contours

extension Levels {
  /// How much of a level's line is drawn where f changes by `slope` from pixel to pixel: 1 where
  /// the neighbouring lines are far, 0 where they are within three pixels.
  func lineWeight(at level: Int, slope: Double) -> Double {
    var gap = Double.infinity
    if level > 0 { gap = values[level] - values[level - 1] }
    if level + 1 < values.count { gap = min(gap, values[level + 1] - values[level]) }
    guard slope.isFinite else { return 0 }
    return min(max((gap / slope - 3) / 5, 0), 1)
  }
}
