import Contours

/// Small maps of one size in rows and columns, each under a caption; below them a chart of the
/// errors, where the maps leave room for it.
struct GridLayout: Sendable {
  let typesetting: Typesetting
  private let columns: Int
  private let rows: Int
  private let left: Double
  private let below: Double
  /// The chart; nil where there is no room.
  private(set) var chart: Rect?
  /// The upper left corner of the first cell.
  private var origin: Point
  /// The most that a map and its axis may take.
  private let columnWidth: Double
  /// Of a map.
  private let width: Double
  private let height: Double

  var theme: Theme { typesetting.theme }
  private var gap: Double { 14 * theme.scale }
  private var captionHeight: Double { Self.captionHeight(theme) }

  /// Of two lines; in halls of one.
  private static func captionHeight(_ theme: Theme) -> Double {
    (theme.isForHalls ? 24 : 42) * theme.scale
  }

  /// The grid with the largest maps; of equal ones that with the fewest columns. One whose captions
  /// have room for the names comes first.
  ///
  /// - Parameters:
  ///   - names: of the entrants.
  ///   - axis: of the chart below the maps.
  ///   - placed: those of charts in the last places.
  ///   - barWidth: what stays free for a colour bar at the right of the maps, in pixels.
  init(
    count: Int, names: [String] = [], race: Race, axis: ValueAxis, placed: [ValueAxis] = [],
    frame: RaceFrame, barWidth: Double
  ) {
    let count = max(count, 1)
    var page = frame.content
    page.width -= barWidth
    func grid(_ columns: Int) -> GridLayout {
      GridLayout(
        columns: columns, rows: (count + columns - 1) / columns, of: page, race: race,
        placed: placed, frame: frame)
    }
    let first = grid(1)
    self = (1...count).dropFirst().lazy.map(grid).reduce(first) { best, other in
      let isRoomier = (other.hasRoom(for: names) ? 1 : 0, other.size)
      return isRoomier > (best.hasRoom(for: names) ? 1 : 0, best.size) ? other : best
    }
    let bottom = cell((rows - 1) * columns).y + captionHeight + height + below
    let rest = Rect(
      left: page.x, top: bottom + gap, right: frame.content.maxX - 4 * theme.scale,
      bottom: page.maxY)
    chart = Self.chart(in: rest, axis.plot(race.time, in: rest), frame.typesetting)
    // What nothing needs stands around the maps.
    if chart == nil { origin.y += max(0, (page.maxY - bottom) / 2) }
  }

  private init(
    columns: Int, rows: Int, of page: Rect, race: Race, placed: [ValueAxis],
    frame: RaceFrame
  ) {
    let cell = Rect(
      x: 0, y: 0, width: page.width / Double(columns), height: page.height / Double(rows))
    // Under captions of the usual size there is room for a name, a value and a state.
    let share = frame.theme.isForHalls ? 1 : cell.width / (340 * frame.theme.scale)
    let theme = Theme(frame.theme.colors, scale: frame.theme.scale * min(1, max(0.7, share)))
    let drafts = [race.map(in: cell)] + placed.map { $0.plot(race.time, in: cell) }
    let typesetting = frame.typesetting.with(theme)
    self.typesetting = typesetting
    self.columns = columns
    self.rows = rows
    left = typesetting.leftMargin(of: drafts, hasTitle: false)
    below = typesetting.bottomMargin(hasTitle: false)
    let gap = 14 * theme.scale
    let beside = left + 4 * theme.scale
    let above = Self.captionHeight(theme)
    columnWidth = (page.width - gap * Double(columns - 1)) / Double(columns)
    let room = Rect(
      x: 0, y: 0, width: columnWidth - beside,
      height: (page.height - gap * Double(rows - 1)) / Double(rows) - above - below)
    let map = room.fitting(race.mapRatio.map { ClosedRange(between: $0, $0) } ?? 0.6...1.7)
    (width, height) = (map.width, map.height)
    let spare = theme.isForHalls ? 0 : max(0, (room.width - width) * Double(columns) / 2)
    origin = Point(page.x + spare, page.y)
  }

  private static func chart(
    in rest: Rect, _ draft: Plot, _ typesetting: Typesetting
  ) -> Rect? {
    let left = typesetting.leftMargin(of: [draft], hasTitle: true)
    let height = rest.height - typesetting.bottomMargin(hasTitle: true)
    guard height >= 110 * typesetting.theme.scale else { return nil }
    return Rect(
      x: (rest.x + left).rounded(), y: rest.y.rounded(),
      width: (rest.width - left).rounded(.down),
      height: min(height, 0.75 * rest.width).rounded(.down))
  }

  private var size: Double { width * height }

  /// From a map to the next one at its right. In halls, where names
  /// need much room, maps are as far apart as can be.
  private var advance: Double {
    theme.isForHalls ? columnWidth + gap : left + width + 4 * theme.scale + gap
  }

  /// In halls a caption begins above the axis.
  private var captionIndent: Double { theme.isForHalls ? left : 0 }
  private var captionWidth: Double { theme.isForHalls ? columnWidth : width }

  private func hasRoom(for names: [String]) -> Bool {
    names.allSatisfy { name in
      CaptionPanel.indent(theme) + typesetting.measuring.width(of: name, in: theme.name)
        <= captionWidth
    }
  }

  private func cell(_ i: Int) -> Point {
    Point(
      origin.x + Double(i % columns) * advance,
      origin.y + Double(i / columns) * (captionHeight + height + below + gap))
  }

  func map(_ i: Int) -> Rect {
    let cell = cell(i)
    return Rect(
      x: (cell.x + left).rounded(), y: (cell.y + captionHeight).rounded(), width: width,
      height: height)
  }

  /// From the top of the first row of maps to the bottom of the last.
  var maps: Rect {
    let (first, last) = (map(0), map((rows - 1) * columns))
    return Rect(
      left: first.x, top: first.y, right: map(columns - 1).maxX, bottom: last.maxY)
  }

  func caption(_ i: Int) -> Rect {
    let map = map(i)
    return Rect(
      x: map.x - captionIndent, y: map.y - captionHeight, width: captionWidth,
      height: captionHeight)
  }
}
