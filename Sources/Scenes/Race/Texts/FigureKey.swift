/// The key below a figure's map: names of entrants and landmarks and the meaning of overlays, row
/// after row.
struct FigureKey {
  private struct Item {
    var text: String
    /// The room for the symbol, before the text.
    let indent: Double
    let symbol: (Point) -> [Mark]
  }

  private let rows: [[(item: Item, left: Double)]]
  private let theme: Theme
  private let style: TextStyle
  private let note: String?

  private var rowHeight: Double { Self.rowHeight(theme) }

  static func rowHeight(_ theme: Theme) -> Double { 18 * theme.scale }

  var height: Double { rowHeight * Double(rows.count + (note == nil ? 0 : 1)) }

  /// - Parameters:
  ///   - overlays: what overlays mean, each in a few words.
  ///   - note: what stands below all, in a row of its own.
  ///   - width: of a row, in pixels.
  init(
    _ entrants: [RaceEntrant], _ landmarks: [MapKey.Item], overlays: [String] = [],
    note: String? = nil, width: Double, _ typesetting: Typesetting
  ) {
    let (theme, measuring) = (typesetting.theme, typesetting.measuring)
    self.theme = theme
    let style = theme.detail.colored(theme.colors.ink).aligned(.leading)
    self.style = style
    let items =
      entrants.map { Self.item($0, theme) }
      + landmarks.map { landmark in
        Item(text: landmark.text, indent: 24 * theme.scale) { [landmark.symbol($0, theme)] }
      } + overlays.map { Item(text: $0, indent: 0) { _ in [] } }
    var rows: [[(item: Item, left: Double)]] = []
    var left = Double.infinity
    for var item in items {
      item.text = measuring.fit(item.text, in: style, width: width - item.indent)
      let extent = item.indent + measuring.width(of: item.text, in: style)
      if left + extent > width {
        rows.append([])
        left = 0
      }
      rows[rows.count - 1].append((item, left))
      left += extent + 16 * theme.scale
    }
    self.rows = rows
    self.note = note.map { measuring.fit($0, in: theme.detail, width: width) }
  }

  private static func item(_ entrant: RaceEntrant, _ theme: Theme) -> Item {
    let indent = 36 * theme.scale
    return Item(text: entrant.name, indent: indent) { center in
      let half = 0.4 * indent
      let line = [Point(center.x - half, center.y), Point(center.x + half, center.y)]
      return [
        .polyline(line, Stroke(entrant.style.color, width: theme.trail)),
        .marker(
          entrant.style.shape, at: center, size: theme.marker, fill: entrant.style.color,
          halo: theme.colors.halo),
      ]
    }
  }

  /// From a place on, the upper left corner.
  func marks(at corner: Point) -> [Mark] {
    func middle(_ row: Int) -> Double { corner.y + (Double(row) + 0.5) * rowHeight }
    let last = note.map { note in
      Mark.text(note, at: Point(corner.x, middle(rows.count)), theme.detail.aligned(.leading))
    }
    return rows.enumerated().flatMap { row, places in
      places.flatMap { item, left -> [Mark] in
        let start = corner.x + left
        return item.symbol(Point(start + 0.43 * item.indent, middle(row)))
          + [.text(item.text, at: Point(start + item.indent, middle(row)), style)]
      }
    } + (last.map { [$0] } ?? [])
  }
}
