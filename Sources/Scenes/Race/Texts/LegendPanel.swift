/// The table of entrants: marker, name and settings stay; f, ‖∇f‖, evaluations and state change, of
/// several runs the medians and how many have converged. Where the map is a slice, f on it and the
/// distance from it come after f, and instead of the others where there is little room.
struct LegendPanel: RacePanel {
  let layout: LegendLayout
  let backdrop: [Mark]
  private let paths: [EntrantPaths]
  let columns: LegendColumns
  /// What is taken from f.
  private let minimum: Double
  private let slice: RaceSlice?

  private var theme: Theme { layout.theme }

  /// - Parameters:
  ///   - axis: of the errors, whose values are shown.
  ///   - slice: nil where the map is no slice.
  init(
    paths: [EntrantPaths], axis: ValueAxis, slice: RaceSlice? = nil, layout: LegendLayout
  ) {
    self.paths = paths
    self.slice = slice
    self.layout = layout
    minimum = axis.minimum ?? 0
    let columns = LegendColumns(
      layout: layout, valueTitle: axis.title, isSlice: slice != nil,
      entrants: paths.map(\.entrant))
    self.columns = columns
    backdrop =
      layout.heads.flatMap(columns.head)
      + paths.enumerated().flatMap { columns.label($1.entrant, in: layout.cell($0)) }
  }

  func overlay(at clock: Int) -> [Element] {
    paths.enumerated().map { i, path in
      columns.status(
        numbers(of: path.entrant, at: clock),
        state: path.state(at: clock, isFull: columns.hasFullEnds), in: layout.cell(i))
    }
  }
}

extension LegendPanel {
  /// In the order of the columns, which may end before the last.
  private func numbers(of entrant: RaceEntrant, at clock: Int) -> [String] {
    guard let numbers = entrant.numbers(at: clock, above: minimum) else { return [] }
    let beside = slice?.numbers(of: entrant, at: clock, above: minimum) ?? []
    return numbers.prefix(1) + beside + numbers.dropFirst()
  }
}

/// What stands where in a row of the legend.
struct LegendColumns: Sendable {
  let layout: LegendLayout
  private var measuring: any TextMeasuring { layout.typesetting.measuring }
  /// f, f on the plane and the distance from it where that is a slice, ‖∇f‖, evaluations; as many
  /// as there is room for.
  private let numberWidths: [Double]
  private let stateWidth: Double
  /// Whether there is room for what the clock counted until each run's end.
  let hasFullEnds: Bool
  /// Of the numbers.
  private let titles: [String]

  private var theme: Theme { layout.theme }
  private var indent: Double { 34 * theme.scale }
  private var gap: Double { 8 * theme.scale }
  private var numbersWidth: Double { numberWidths.reduce(0) { $0 + $1 + gap } }

  init(layout: LegendLayout, valueTitle: String, isSlice: Bool, entrants: [RaceEntrant]) {
    self.layout = layout
    let (theme, measuring) = (layout.theme, layout.typesetting.measuring)
    let beside = isSlice ? [("on the map", "−1.23e-100"), ("off it", "1.2e-100")] : []
    let numbers =
      [(valueTitle, "−1.23e-100")] + beside + [("‖∇f‖", "1.2e-100"), ("evaluations", "12345678")]
    let shown = numbers.prefix(layout.numberCount(of: numbers.count))
    titles = shown.map(\.0)
    numberWidths = shown.map { title, sample in
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
    let room = layout.cell(0).width - (34 + 8) * theme.scale - settings
    let full = width(entrants.map(\.fullestEnd))
    hasFullEnds = layout.hasTwoLines && full <= room
    stateWidth = hasFullEnds ? full : width(entrants.map(\.longestEnd))
  }

  /// The right ends of the numbers in a row.
  private func ends(_ cell: Rect) -> [Double] {
    var right = cell.maxX
    if !layout.hasTwoLines { right -= stateWidth + gap }
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
    let taken = numbersWidth + (layout.hasTwoLines ? 0 : stateWidth + gap)
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
    let room = cell.width - indent - numbersWidth - (layout.hasTwoLines ? 0 : stateWidth + gap)
    let title = measuring.fit(entrant.title, in: theme.name, width: room)
    let marks: [Mark] = [
      .polyline(sample, Stroke(entrant.style.color, width: theme.trail)),
      .marker(
        entrant.style.shape, at: place, size: theme.marker, fill: entrant.style.color,
        halo: theme.colors.halo),
      .text(title, at: Point(left, line), theme.name.aligned(.leading)),
    ]
    if layout.hasTwoLines {
      let room = cell.width - indent - stateWidth - gap
      return marks + [settings(entrant, at: Point(left, secondLine(cell)), room: room)]
    }
    let shift = measuring.width(of: title, in: theme.name) + gap
    return marks + [settings(entrant, at: Point(left + shift, line), room: room - shift)]
  }

  private func settings(_ entrant: RaceEntrant, at place: Point, room: Double) -> Mark {
    let text = measuring.fit(entrant.settings, in: theme.detail, width: room)
    return .text(text, at: place, theme.detail.aligned(.leading))
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
    let numbersLeft = cell.maxX - numbersWidth - (layout.hasTwoLines ? 0 : stateWidth + gap)
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
