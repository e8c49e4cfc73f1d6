/// The table of entrants: names that stay, values and states that change.
struct RaceLegend: Sendable {
  let layout: LegendLayout
  let measuring: any TextMeasuring
  /// The room that values and states get at the right.
  private let valueWidth: Double
  private let stateWidth: Double

  private var theme: Theme { layout.theme }
  private var indent: Double { 34 * theme.scale }
  private var gap: Double { 8 * theme.scale }

  init(layout: LegendLayout, entrants: [RaceEntrant], measuring: any TextMeasuring) {
    self.layout = layout
    self.measuring = measuring
    let theme = layout.theme
    let states = entrants.map(\.end.text) + [RaceEnd.running, RaceEnd.outside]
    stateWidth = states.map { measuring.width(of: $0, in: theme.detail) }.max() ?? 0
    valueWidth = measuring.width(of: "−1.234e-100", in: theme.number)
  }

  /// Marker, title and settings of a row.
  func label(_ i: Int, _ entrant: RaceEntrant) -> [Mark] {
    let cell = layout.cell(i)
    let line = firstLine(cell)
    let left = cell.x + indent
    let place = Point(cell.x + indent / 2 - 2, line)
    let sample = [Point(cell.x + 2, line), Point(cell.x + indent - 6 * theme.scale, line)]
    let reserved = layout.hasTwoLines ? valueWidth : valueWidth + gap + stateWidth
    let room = cell.maxX - left - reserved - gap
    let title = measuring.fit(entrant.title, in: theme.name, width: room)
    var marks: [Mark] = [
      .polyline(sample, Stroke(entrant.style.color, width: theme.trail)),
      .marker(
        entrant.style.shape, at: place, size: theme.marker, fill: entrant.style.color,
        halo: Theme.halo),
      .text(title, at: Point(left, line), theme.name.aligned(.leading)),
    ]
    if layout.hasTwoLines {
      let room = cell.maxX - left - stateWidth - gap
      marks.append(settings(entrant, at: Point(left, secondLine(cell)), room: room))
    } else {
      let shift = measuring.width(of: title, in: theme.name) + gap
      marks.append(settings(entrant, at: Point(left + shift, line), room: room - shift))
    }
    return marks
  }

  private func settings(_ entrant: RaceEntrant, at place: Point, room: Double) -> Mark {
    let text = measuring.fit(entrant.settings, in: theme.detail, width: room)
    return .text(text, at: place, theme.detail.aligned(.leading))
  }

  /// Value and state of a row.
  func status(_ i: Int, value: Double?, state: String) -> Element {
    let cell = layout.cell(i)
    let text = value.map { NumberLabel.value($0) } ?? ""
    let end = Point(cell.maxX, firstLine(cell))
    let stateEnd =
      layout.hasTwoLines
      ? Point(cell.maxX, secondLine(cell)) : Point(cell.maxX - valueWidth - gap, end.y)
    let number = theme.number.aligned(.trailing)
    let detail = theme.detail.aligned(.trailing)
    let left = min(cell.maxX - valueWidth, stateEnd.x - stateWidth)
    let bounds = Rect(x: left, y: cell.y, width: cell.maxX - left, height: cell.height)
    return Element(
      bounds: bounds.grown(by: 1),
      marks: [.text(text, at: end, number), .text(state, at: stateEnd, detail)])
  }

  private func firstLine(_ cell: Rect) -> Double {
    layout.hasTwoLines ? cell.center.y - 8 * theme.scale : cell.center.y
  }

  private func secondLine(_ cell: Rect) -> Double { cell.center.y + 9 * theme.scale }
}
