/// The key below a figure's map: names of entrants and landmarks, row after row.
struct FigureKey {
  private struct Item {
    let text: String
    let symbol: (Point) -> [Mark]
  }

  private let rows: [[(item: Item, left: Double)]]
  private let theme: Theme
  private let style: TextStyle
  private let note: String?

  private static let indent = 40.0
  private var rowHeight: Double { 20 * theme.scale }

  var height: Double { rowHeight * Double(rows.count + (note == nil ? 0 : 1)) }

  /// - Parameters:
  ///   - note: what stands below all, in a row of its own.
  ///   - width: of a row, in pixels.
  init(
    _ entrants: [RaceEntrant], _ landmarks: [MapKey.Item], note: String?, width: Double,
    theme: Theme,
    measuring: any TextMeasuring
  ) {
    self.theme = theme
    let style = theme.label.aligned(.leading)
    self.style = style
    let items =
      entrants.map { Self.item($0, among: entrants, theme) }
      + landmarks.map { landmark in
        Item(text: landmark.text) { [landmark.symbol($0, theme)] }
      }
    var rows: [[(item: Item, left: Double)]] = []
    var left = Double.infinity
    for item in items {
      let indent = Self.indent * theme.scale
      let text = measuring.fit(item.text, in: style, width: width - indent)
      let extent = indent + measuring.width(of: text, in: style)
      if left + extent > width {
        rows.append([])
        left = 0
      }
      rows[rows.count - 1].append((Item(text: text, symbol: item.symbol), left))
      left += extent + 18 * theme.scale
    }
    self.rows = rows
    self.note = note.map { measuring.fit($0, in: theme.detail, width: width) }
  }

  /// Settings go along where the name alone does not tell entrants apart.
  private static func item(_ entrant: RaceEntrant, among all: [RaceEntrant], _ theme: Theme) -> Item
  {
    let isAlone = all.count { $0.title == entrant.title } == 1
    let text = isAlone ? entrant.title : "\(entrant.title) \(entrant.settings)"
    return Item(text: text) { center in
      let half = 0.36 * indent * theme.scale
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
    let indent = Self.indent * theme.scale
    func middle(_ row: Int) -> Double { corner.y + (Double(row) + 0.5) * rowHeight }
    let last = note.map { note in
      Mark.text(note, at: Point(corner.x, middle(rows.count)), theme.detail.aligned(.leading))
    }
    return rows.enumerated().flatMap { row, places in
      places.flatMap { item, left -> [Mark] in
        let start = corner.x + left
        return item.symbol(Point(start + 0.4 * indent, middle(row)))
          + [.text(item.text, at: Point(start + indent, middle(row)), style)]
      }
    } + (last.map { [$0] } ?? [])
  }
}
