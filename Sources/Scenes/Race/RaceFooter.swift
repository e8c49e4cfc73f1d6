/// Headline and footer: what is raced over; the time; start, seed, budget; a key to the marks.
struct RaceFooter: RacePanel {
  let frame: RaceFrame
  let backdrop: [Mark]
  private let clock: RaceClock
  private let last: Int
  private let measuring: any TextMeasuring

  private var theme: Theme { frame.theme }

  init(
    ground: RaceGround, race: Race, notes: [String], frame: RaceFrame,
    measuring: any TextMeasuring
  ) {
    self.frame = frame
    self.measuring = measuring
    clock = race.clock
    last = race.last
    let key = MapKey(ground: ground, race: race, theme: frame.theme, measuring: measuring)
    let (keyMarks, keyLeft) = key.marks(endingAt: frame.footerEnd)
    let style = frame.theme.label.colored(frame.theme.colors.muted).aligned(.leading)
    let time = race.clock.text(race.last, of: race.last)
    let left =
      frame.footer.x + measuring.width(of: time, in: frame.theme.label) + 28 * frame.theme.scale
    let text = measuring.whole(
      [ground.plane.note].compactMap { $0 } + race.setting + notes, joinedBy: " · ", in: style,
      width: keyLeft - left - 12 * frame.theme.scale)
    backdrop =
      [Self.headline(ground.title, frame, measuring)] + keyMarks
      + [.text(text, at: Point(left, frame.footer.y), style)]
  }

  /// "step 123 of 500".
  func overlay(at clock: Int) -> [Element] {
    let text = self.clock.text(clock, of: last)
    let style = theme.label.aligned(.leading)
    let bounds = measuring.bounds(of: text, at: frame.footer, in: style).grown(by: 1)
    return [Element(bounds: bounds, marks: [.text(text, at: frame.footer, style)])]
  }

  /// Long specifications are set smaller before they are cut.
  private static func headline(
    _ title: String, _ frame: RaceFrame, _ measuring: any TextMeasuring
  ) -> Mark {
    let room = frame.footerEnd.x - frame.headline.x
    let whole = frame.theme.headline.aligned(.leading)
    let share = room / max(measuring.width(of: title, in: whole), 1)
    let style = whole.sized(whole.size * min(max(share * 0.99, 0.6), 1))
    return .text(measuring.fit(title, in: style, width: room), at: frame.headline, style)
  }
}

/// The meaning of star and cross, as far as the map shows them.
struct MapKey {
  let ground: RaceGround
  let race: Race
  let theme: Theme
  let measuring: any TextMeasuring

  /// From right to left, and where they end there.
  func marks(endingAt end: Point) -> (marks: [Mark], left: Double) {
    let map = race.map(in: Rect(x: 0, y: 0, width: 1, height: 1))
    let style = theme.detail.aligned(.trailing)
    var marks: [Mark] = []
    var right = end
    func add(_ text: String, _ symbol: (Point, Theme) -> Mark) {
      marks.append(.text(text, at: right, style))
      right.x -= measuring.width(of: text, in: style) + 12 * theme.scale
      marks.append(symbol(right, theme))
      right.x -= 24 * theme.scale
    }
    if race.start.map({ map.point($0.x, $0.y).map(map.area.contains) ?? false }) ?? false {
      add("start", Landmarks.start)
    }
    if ground.landmarks.hasSaddles(on: map) { add("saddle", Landmarks.saddle) }
    if ground.landmarks.hasLocalMinima(on: map) { add("local minimum", Landmarks.localMinimum) }
    if ground.landmarks.hasMinimizers(on: map) { add(ground.minimumLabel, Landmarks.minimum) }
    return (marks, right.x)
  }
}
