import Contours

extension Landscape {
  /// The levels of its contours.
  func levels(_ style: ContourStyle) -> Levels {
    Levels(of: objective, x: x, y: y, minimum: minimum, rule: style.levels)
  }

  /// The contours over the window, a sample for each pixel of an area.
  func contours(at levels: Levels, in area: Rect, _ style: ContourStyle) -> ContourBackground {
    ContourBackground(
      objective: objective, x: x, y: y, width: Int(clamping: area.width),
      height: Int(clamping: area.height),
      levels: levels, style: style)
  }
}
