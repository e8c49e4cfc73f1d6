/// What stands where in a row of the legend. Where there is little room, what is least important is
/// left out: settings first, then ‖∇f‖ and evaluations, how the run goes, and f. Names stay whole.
struct LegendColumns: Sendable {
  let layout: LegendLayout
  private var measuring: any TextMeasuring { layout.typesetting.measuring }
  /// f, f on the map and the distance from it where that is a slice, ‖∇f‖, evaluations; the first
  /// of them, or none.
  private let numberWidths: [Double]
  /// 0 where nothing is told about how the runs go.
  private let stateWidth: Double
  /// Whether there is room for what the clock counted until each run's end.
  private let hasFullEnds: Bool
  /// Of the numbers.
  private let titles: [String]

  private var theme: Theme { layout.theme }
  private var indent: Double { 34 * theme.scale }
  private var gap: Double { 8 * theme.scale }
  private var numbersWidth: Double { numberWidths.reduce(0) { $0 + $1 + gap } }
  /// What the state takes of a row.
  private var stateRoom: Double { stateWidth > 0 ? stateWidth + gap : 0 }

  /// A column of numbers, and the widest of them.
  typealias Numbers = (title: String, sample: String)

  /// - Parameter beside: what comes after f.
  init(
    layout: LegendLayout, valueTitle: String, beside: [Numbers], entrants: [RaceEntrant]
  ) {
    let all: [Numbers] =
      [(valueTitle, "−1.23e-100")] + beside + [("‖∇f‖", "1.2e-100"), ("evaluations", "12345678")]
    let most = layout.numberCount(of: all.count)
    let counts = [most, min(most, 1 + beside.count), 1]
    let choices =
      counts.map { ($0, true) }
      + (layout.hasTwoLines ? [(0, true), (0, false)] : [(1, false), (0, false)])
    let columns = choices.map { count, hasState in
      LegendColumns(layout, Array(all.prefix(count)), entrants, hasState: hasState)
    }
    let roomy = columns.first { columns in entrants.allSatisfy(columns.hasRoom) }
    self = roomy ?? columns[choices.count - 1]
  }

  private init(
    _ layout: LegendLayout, _ numbers: [Numbers], _ entrants: [RaceEntrant], hasState: Bool
  ) {
    self.layout = layout
    let (theme, measuring) = (layout.theme, layout.typesetting.measuring)
    titles = numbers.map(\.title)
    numberWidths = numbers.map { title, sample in
      max(
        measuring.width(of: sample, in: theme.number),
        measuring.width(of: title, in: theme.detail))
    }
    func width(_ ends: [String]) -> Double {
      (ends + [RaceEnd.running, RaceEnd.outside])
        .map { measuring.width(of: $0, in: theme.detail) }.max() ?? 0
    }
    // Settings come before what the clock counted; in one line both have little room.
    let settings = entrants.map { measuring.width(of: $0.settings, in: theme.detail) }.max() ?? 0
    let room = layout.cell(0).width - (34 + 8) * theme.scale
    let full = width(entrants.map(\.fullestEnd))
    hasFullEnds = layout.hasTwoLines && full <= room - settings
    let state = hasFullEnds ? full : width(entrants.map(\.longestEnd))
    stateWidth = hasState && state <= room ? state : 0
  }

  /// "running", or how the run ended; nothing where there is no room for it.
  func state(of path: EntrantPaths, at clock: Int) -> String {
    stateWidth > 0 ? path.state(at: clock, isFull: hasFullEnds) : ""
  }

  /// The right ends of the numbers in a row.
  private func ends(_ cell: Rect) -> [Double] {
    var right = cell.maxX
    if !layout.hasTwoLines { right -= stateRoom }
    let ends = numberWidths.reversed().map { width in
      defer { right -= width + gap }
      return right
    }
    return ends.reversed()
  }

  /// Where a text as long as this one can begin at the left of the first head, above the names; nil
  /// where there is no room.
  func place(beforeHeadsFor text: String, in style: TextStyle) -> Point? {
    guard let head = layout.heads.first else { return nil }
    let taken = numbersWidth + (layout.hasTwoLines ? 0 : stateRoom)
    let room = head.width - indent - taken - gap
    let isRoomy = 1.12 * measuring.width(of: text, in: style) <= room
    return isRoomy ? Point(head.x + indent, head.center.y) : nil
  }

  func head(_ area: Rect) -> [Mark] {
    let style = theme.detail.aligned(.trailing)
    return zip(ends(area), titles).map { end, title in
      .text(title, at: Point(end, area.center.y), style)
    }
  }

  /// Marker, title and settings of a row.
  func label(_ entrant: RaceEntrant, in cell: Rect) -> [Mark] {
    let line = firstLine(cell)
    let left = cell.x + indent
    let place = Point(cell.x + indent / 2 - 2, line)
    let sample = [Point(cell.x + 2, line), Point(cell.x + indent - 6 * theme.scale, line)]
    let words = words(entrant, in: cell)
    let name = theme.name.aligned(.leading)
    let marks: [Mark] = [
      .polyline(sample, Stroke(entrant.style.color, width: theme.trail)),
      .marker(
        entrant.style.shape, at: place, size: theme.marker, fill: entrant.style.color,
        halo: theme.colors.halo),
      .text(words.title, at: Point(left, line), name),
    ]
    let shift = measuring.width(of: words.title, in: theme.name) + gap
    let second =
      layout.hasTwoLines ? Point(left, secondLine(cell)) : Point(left + shift, line)
    let style = words.isNameGoingOn ? name : theme.detail.aligned(.leading)
    return marks + [.text(words.rest, at: second, style)]
  }

  /// Numbers and state of a row.
  func status(_ numbers: [String], state: String, in cell: Rect) -> Element {
    let line = firstLine(cell)
    let ends = ends(cell)
    let number = theme.number.aligned(.trailing)
    let stateEnd = Point(cell.maxX, layout.hasTwoLines ? secondLine(cell) : line)
    let texts = zip(ends, numbers).map { end, text in
      Mark.text(text, at: Point(end, line), number)
    }
    let numbersLeft = cell.maxX - numbersWidth - (layout.hasTwoLines ? 0 : stateRoom)
    let left = min(numbersLeft, cell.maxX - stateWidth)
    let bounds = Rect(x: left, y: cell.y, width: cell.maxX - left, height: cell.height)
    return Element(
      bounds: bounds.grown(by: 1),
      marks: texts + [.text(state, at: stateEnd, theme.detail.aligned(.trailing))])
  }

  private func firstLine(_ cell: Rect) -> Double {
    layout.hasTwoLines ? cell.center.y - 8 * theme.scale : cell.center.y
  }

  private func secondLine(_ cell: Rect) -> Double { cell.center.y + 9 * theme.scale }
}

// MARK: - Names

extension LegendColumns {
  /// What is said of an entrant at the left of a row.
  private struct Words {
    var title: String
    /// Its settings, or what of a name had no room in the first line.
    var rest = ""
    var isNameGoingOn = false
    var isWhole = true
  }

  private func hasRoom(for entrant: RaceEntrant) -> Bool {
    words(entrant, in: layout.cell(0)).isWhole
  }

  /// Title and settings; where settings have no room the name, which tells in what an entrant
  /// differs from others of its title.
  private func words(_ entrant: RaceEntrant, in cell: Rect) -> Words {
    let (title, name) = (entrant.title, entrant.name)
    let room = cell.width - indent - numbersWidth - (layout.hasTwoLines ? 0 : stateRoom)
    let titleWidth = width(title)
    let rest = layout.hasTwoLines ? cell.width - indent - stateRoom : room - titleWidth - gap
    if titleWidth <= room, measuring.width(of: entrant.settings, in: theme.detail) <= rest {
      return Words(title: title, rest: entrant.settings)
    }
    if width(name) <= room { return Words(title: name) }
    guard layout.hasTwoLines else {
      return Words(title: measuring.fit(name, in: theme.name, width: room), isWhole: false)
    }
    let lines = measuring.lines(of: name, in: theme.name, width: min(room, rest), atMost: 2)
    return Words(
      title: lines.first ?? "", rest: lines.dropFirst().first ?? "", isNameGoingOn: true,
      isWhole: lines.joined(separator: " ") == name)
  }

  private func width(_ name: String) -> Double { measuring.width(of: name, in: theme.name) }
}
