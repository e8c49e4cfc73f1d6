/// How the legend's rows share their room.
struct LegendLayout: Sendable {
  let area: Rect
  let count: Int
  let columns: Int
  let rowHeight: Double
  /// Whether title and settings stand below each other.
  let hasTwoLines: Bool
  let theme: Theme

  /// The height that the rows want.
  static func wantedHeight(count: Int, columns: Int, theme: Theme) -> Double {
    Double((count + columns - 1) / columns) * 42 * theme.scale
  }

  init(area: Rect, count: Int, theme: Theme) {
    self.area = area
    self.count = count
    columns = Self.columns(count: count, width: area.width, theme: theme)
    let rows = max(1, (count + columns - 1) / columns)
    rowHeight = min(42 * theme.scale, area.height / Double(rows))
    hasTwoLines = rowHeight >= 29 * theme.scale
    // Small rows get small type.
    let shrink = min(1, rowHeight / (hasTwoLines ? 34 : 19) / theme.scale)
    self.theme = Theme(scale: theme.scale * shrink)
  }

  /// As many columns as have room for a row.
  static func columns(count: Int, width: Double, theme: Theme) -> Int {
    let fitting = Int(width / (310 * theme.scale))
    return count > 4 ? max(1, min(2, fitting)) : 1
  }

  func cell(_ i: Int) -> Rect {
    let gap = 20 * theme.scale
    let rows = max(1, (count + columns - 1) / columns)
    let width = (area.width - gap * Double(columns - 1)) / Double(columns)
    return Rect(
      x: area.x + Double(i / rows) * (width + gap), y: area.y + Double(i % rows) * rowHeight,
      width: width, height: rowHeight)
  }
}
