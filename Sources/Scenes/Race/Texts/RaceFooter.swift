/// Headline and footer: what is raced over, and what overlays mean; start, seed, budget; a key to
/// the marks. The time stands above a legend that has room for it, else in the footer.
struct RaceFooter: RacePanel {
  let frame: RaceFrame
  let backdrop: [Mark]
  private let time: ClockAxis
  private let timePlace: Point
  private var measuring: any TextMeasuring { frame.typesetting.measuring }

  private var theme: Theme { frame.theme }

  /// - Parameters:
  ///   - words: what is to be said instead of titles and notes.
  ///   - notes: what the footer says beside start and seed.
  ///   - keys: what overlays mean, beside the headline as far as there is room.
  ///   - legend: above which the time may stand.
  init(
    landscape: Landscape, race: Race, words: OwnWords = OwnWords(), notes: [String],
    keys: [String] = [],
    above legend: LegendColumns? = nil, frame: RaceFrame
  ) {
    self.frame = frame
    let measuring = frame.typesetting.measuring
    time = race.time
    let key = MapKey(landscape: landscape, race: race, typesetting: frame.typesetting)
    let (keyMarks, keyLeft) =
      words.hasNoFooter ? ([], frame.footerEnd.x) : key.marks(endingAt: frame.footerEnd)
    let style = frame.theme.label.colored(frame.theme.colors.muted).aligned(.leading)
    let longest = race.time.text(race.last)
    let place = legend?.place(beforeHeadsFor: longest, in: frame.theme.label)
    timePlace = place ?? frame.footer
    let timeWidth =
      measuring.width(of: longest, in: frame.theme.label) + 28 * frame.theme.scale
    let left = frame.footer.x + (place == nil ? timeWidth : 0)
    let room = keyLeft - left - 12 * frame.theme.scale
    let text =
      words.footer.map { measuring.fit($0, in: style, width: room) }
      ?? Self.text(
        slice: landscape.note, setting: race.setting, notes: notes, in: style, width: room,
        measuring)
    backdrop =
      words.heading(landscape.title, keys, frame) + keyMarks
      + [.text(text, at: Point(left, frame.footer.y), style)]
  }

  /// All that is to be said; where there is no room the notes come before start and seed.
  private static func text(
    slice: String?, setting: [String], notes: [String], in style: TextStyle, width: Double,
    _ measuring: any TextMeasuring
  ) -> String {
    let slice = slice.map { [$0] } ?? []
    let whole = (slice + setting + notes).joined(separator: " · ")
    if measuring.width(of: whole, in: style) <= width { return whole }
    return measuring.whole(
      slice + notes + setting, joinedBy: " · ", in: style, width: width)
  }

  /// "step 123 of 500".
  func overlay(at clock: Int) -> [Element] {
    let text = time.text(clock)
    let style = theme.label.aligned(.leading)
    let bounds = measuring.bounds(of: text, at: timePlace, in: style).grown(by: 1)
    return [Element(bounds: bounds, marks: [.text(text, at: timePlace, style)])]
  }
}

/// The meaning of star and cross, as far as the map shows them.
struct MapKey {
  let landscape: Landscape
  let race: Race
  let typesetting: Typesetting

  private var theme: Theme { typesetting.theme }
  private var measuring: any TextMeasuring { typesetting.measuring }

  struct Item {
    let text: String
    let symbol: (Point, Theme) -> Mark
  }

  var items: [Item] {
    let map = race.map(in: Rect(x: 0, y: 0, width: 1, height: 1))
    let landmarks = landscape.landmarks
    let kinds = Set(landmarks.spots(on: map).map(\.kind)).union(startsOnMap(map) ? [.start] : [])
    return [.minimum, .localMinimum, .saddle, .maximum, .start].filter(kinds.contains).map {
      Item(text: landmarks.name($0), symbol: $0.mark(at:_:))
    }
  }

  private func startsOnMap(_ map: Plot) -> Bool {
    race.start.map { map.point($0.x, $0.y).map(map.area.contains) ?? false } ?? false
  }

  /// In a row, and where it begins at the left.
  func marks(endingAt end: Point) -> (marks: [Mark], left: Double) {
    let style = theme.detail.aligned(.trailing)
    var right = end
    let marks = items.reversed().flatMap { item -> [Mark] in
      let text = Mark.text(item.text, at: right, style)
      right.x -= measuring.width(of: item.text, in: style) + 12 * theme.scale
      defer { right.x -= 24 * theme.scale }
      return [text, item.symbol(right, theme)]
    }
    return (marks, right.x)
  }
}
