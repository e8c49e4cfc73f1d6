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
  ///   - notes: what the footer says beside start and seed.
  ///   - keys: what overlays mean, beside the headline as far as there is room.
  ///   - legend: above which the time may stand.
  init(
    landscape: Landscape, race: Race, notes: [String], keys: [String] = [],
    above legend: LegendColumns? = nil, frame: RaceFrame
  ) {
    self.frame = frame
    let measuring = frame.typesetting.measuring
    time = race.time
    let key = MapKey(landscape: landscape, race: race, typesetting: frame.typesetting)
    let (keyMarks, keyLeft) = key.marks(endingAt: frame.footerEnd)
    let style = frame.theme.label.colored(frame.theme.colors.muted).aligned(.leading)
    let longest = race.time.text(race.last)
    let place = legend?.place(beforeHeadsFor: longest, in: frame.theme.label)
    timePlace = place ?? frame.footer
    let timeWidth =
      measuring.width(of: longest, in: frame.theme.label) + 28 * frame.theme.scale
    let left = frame.footer.x + (place == nil ? timeWidth : 0)
    let room = keyLeft - left - 12 * frame.theme.scale
    let text = Self.text(
      slice: landscape.note, setting: race.setting, notes: notes, in: style, width: room,
      measuring)
    backdrop =
      Self.headline(landscape.title, keys, frame) + keyMarks
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

  /// Long specifications are set smaller before they are cut; keys at the right take what room is
  /// left.
  private static func headline(
    _ title: String, _ keys: [String], _ frame: RaceFrame
  ) -> [Mark] {
    let measuring = frame.typesetting.measuring
    let room = frame.footerEnd.x - frame.headline.x
    let whole = frame.theme.headline.aligned(.leading)
    let share = room / max(measuring.width(of: title, in: whole), 1)
    let style = whole.sized(whole.size * min(max(share * 0.99, 0.6), 1))
    let text = measuring.fit(title, in: style, width: room)
    let rest = room - measuring.width(of: text, in: style) - 24 * frame.theme.scale
    // Keys that have room for all are set as large as other words.
    let styles = [frame.theme.label, frame.theme.detail].map { $0.aligned(.trailing) }
    let all = keys.joined(separator: " · ")
    let keyStyle = styles.first { measuring.width(of: all, in: $0) <= rest } ?? styles[1]
    let key = measuring.whole(keys, joinedBy: " · ", in: keyStyle, width: rest)
    let place = Point(frame.footerEnd.x, frame.headline.y)
    return [.text(text, at: frame.headline, style)]
      + (key.isEmpty ? [] : [.text(key, at: place, keyStyle)])
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
      Item(text: landmarks.name($0), symbol: $0.mark)
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
