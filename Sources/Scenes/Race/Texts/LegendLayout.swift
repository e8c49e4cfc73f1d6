import Contours

/// How the legend's head and rows share their room.
struct LegendLayout: Sendable {
  let area: Rect
  let rowHeight: Double
  let typesetting: Typesetting
  /// Whether title and settings stand below each other.
  let hasTwoLines: Bool
  /// How many columns of numbers there is room for.
  private let numberRoom: Int
  private let count: Int
  private let columns: Int

  private static let fullRow = 42.0
  private static let head = 20.0
  private static let gap = 20.0

  /// The height that head and rows want.
  static func wantedHeight(count: Int, width: Double, theme: Theme) -> Double {
    let columns = columns(count: count, width: width, theme: theme)
    return (Double(rows(count, columns)) * fullRow + head) * theme.scale
  }

  var theme: Theme { typesetting.theme }

  init(area: Rect, count: Int, _ whole: Typesetting) {
    let theme = whole.theme
    self.area = area
    self.count = count
    columns = Self.columns(count: count, width: area.width, theme: theme)
    let room = area.height - Self.head * theme.scale
    rowHeight = min(Self.fullRow * theme.scale, room / Double(Self.rows(count, columns)))
    hasTwoLines = rowHeight >= 29 * theme.scale
    // Small rows get small type.
    let shrink = min(1, rowHeight / (hasTwoLines ? 34 : 19) / theme.scale)
    let own = Theme(theme.colors, scale: theme.scale * shrink)
    typesetting = whole.with(own)
    let width = Self.width(area, columns, own) / theme.scale - (hasTwoLines ? 410 : 540)
    numberRoom = width < 0 ? 1 : 3 + Int(clamping: width / 80)
  }

  /// How many of some columns of numbers are shown: all, the first three, or the first.
  func numberCount(of count: Int) -> Int {
    count <= numberRoom ? count : min(numberRoom, 3)
  }

  /// As many columns as have room for a row.
  private static func columns(count: Int, width: Double, theme: Theme) -> Int {
    let fitting = Int(clamping: width / (310 * theme.scale))
    return count > 4 ? max(1, min(2, fitting)) : 1
  }

  private static func rows(_ count: Int, _ columns: Int) -> Int {
    max(1, (count + columns - 1) / columns)
  }

  private static func width(_ area: Rect, _ columns: Int, _ theme: Theme) -> Double {
    (area.width - gap * theme.scale * Double(columns - 1)) / Double(columns)
  }

  /// The room of a row.
  func cell(_ i: Int) -> Rect {
    let rows = Self.rows(count, columns)
    let head = head(i / rows)
    return Rect(
      x: head.x, y: head.maxY + Double(i % rows) * rowHeight, width: head.width,
      height: rowHeight)
  }

  /// The heads of the columns.
  var heads: [Rect] { (0..<columns).map(head) }

  private func head(_ column: Int) -> Rect {
    // The type may have shrunk since; the heads and gaps have not.
    let scale = max(theme.scale, 1e-9)
    let width = (area.width - Self.gap * scale * Double(columns - 1)) / Double(columns)
    let height = area.height - rowHeight * Double(Self.rows(count, columns))
    return Rect(
      x: area.x + Double(column) * (width + Self.gap * scale), y: area.y, width: width,
      height: min(height, Self.head * scale))
  }
}
