import Contours

extension Landscape {
  /// The levels of its contours. Behind the graph of a function of one variable there are none,
  /// unless they are asked for: its height is seen.
  func levels(_ style: ContourStyle) -> Levels {
    if curve != nil, style.levels == .automatic { return Levels(rule: .fixed, steps: []) }
    return Levels(
      of: objective, x: x, y: y, minimum: minimum, rule: style.levels, start: startValue)
  }

  /// The contours over the window, a sample for each pixel of an area.
  func contours(at levels: Levels, in area: Rect, _ style: ContourStyle) -> ContourBackground {
    let width = Int(clamping: area.width)
    return ContourBackground(
      objective: ground(columns: width), x: x, y: y, width: width,
      height: Int(clamping: area.height), levels: levels, style: style)
  }

  /// The function whose contours are drawn: behind a graph the height, in so many columns.
  func ground(columns: Int) -> (Double, Double) -> Double {
    guard let curve else { return objective }
    let ground = GraphGround(curve, x: x, columns: columns)
    return { x, y in ground.value(x, y) }
  }
}
