/// Small maps in rows and columns, each under a caption.
struct GridLayout: Sendable {
  let theme: Theme
  private let content: Rect
  private let columns: Int
  private let rows: Int
  private let left: Double
  private let below: Double

  private var gap: Double { 14 * theme.scale }
  private var captionHeight: Double { 42 * theme.scale }

  /// At the right of the maps `barWidth` pixels stay free for their colour bar.
  ///
  /// - Parameter rates: of a chart in the last place, if there is one.
  init(
    count: Int, race: Race, rates: RateAxis? = nil, frame: RaceFrame, barWidth: Double,
    measuring: any TextMeasuring
  ) {
    var content = frame.content
    content.width -= barWidth
    // The grid whose maps are nearest to square, and whose last row is not left empty.
    let columns =
      (1...max(count, 1)).min { a, b in
        Self.slant(a, count, content) < Self.slant(b, count, content)
      } ?? 1
    let rows = max(1, (count + columns - 1) / columns)
    let scale = frame.theme.scale * min(1, max(0.6, 2.2 / Double(max(rows, columns))))
    let theme = Theme(frame.theme.colors, scale: scale)
    let cell = Rect(
      x: 0, y: 0, width: content.width / Double(columns), height: content.height / Double(rows))
    let drafts = [race.map(in: cell)] + (rates.map { [$0.plot(race.time, in: cell)] } ?? [])
    let widest = drafts.map {
      AxisFrame(plot: $0, theme: theme, measuring: measuring).widestLabel
    }
    self.theme = theme
    self.content = content
    self.columns = columns
    self.rows = rows
    left = AxisFrame.leftMargin(theme: theme, labelWidth: widest.max() ?? 0, hasTitle: false)
    below = AxisFrame.bottomMargin(theme: theme, hasTitle: false)
  }

  private static func slant(_ columns: Int, _ count: Int, _ area: Rect) -> Double {
    let rows = max(1, (count + columns - 1) / columns)
    let ratio = area.width / Double(columns) / (area.height / Double(rows))
    return max(ratio, 1 / ratio) * Double(rows * columns) / Double(max(count, 1))
  }

  private func cell(_ i: Int) -> Rect {
    let width = (content.width - gap * Double(columns - 1)) / Double(columns)
    let height = (content.height - gap * Double(rows - 1)) / Double(rows)
    return Rect(
      x: content.x + Double(i % columns) * (width + gap),
      y: content.y + Double(i / columns) * (height + gap), width: width, height: height)
  }

  func map(_ i: Int) -> Rect {
    let cell = cell(i)
    return Rect(
      x: (cell.x + left).rounded(), y: (cell.y + captionHeight).rounded(),
      width: max(8, (cell.width - left - 4 * theme.scale).rounded(.down)),
      height: max(8, (cell.height - captionHeight - below).rounded(.down)))
  }

  /// From the top of the first row of maps to the bottom of the last.
  var maps: Rect {
    let (first, last) = (map(0), map((rows - 1) * columns))
    return Rect(
      x: first.x, y: first.y, width: map(columns - 1).maxX - first.x, height: last.maxY - first.y)
  }

  func caption(_ i: Int) -> Rect {
    let map = map(i)
    return Rect(x: map.x, y: cell(i).y, width: map.width, height: captionHeight)
  }
}
