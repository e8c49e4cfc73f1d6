/// What does not change during a race.
struct RaceBackdrop {
  let race: Race
  let layout: RaceLayout
  let theme: Theme
  let contour: Plot
  let chart: Plot
  let landmarks: Landmarks
  let title: String
  let measuring: any TextMeasuring

  func marks(_ contours: ContourBackground) -> [Mark] {
    let corner = Point(layout.contour.x, layout.contour.y)
    let map = Mark.raster(contours.raster, at: corner)
    let places = Mark.clipped(layout.contour, landmarks.marks(on: contour, theme: theme))
    let frame = AxisFrame(plot: contour, theme: theme, measuring: measuring)
    let axes = AxisFrame(
      plot: chart, theme: theme, xTitle: race.clock.rawValue, yTitle: race.axis.title,
      hasGrid: true, measuring: measuring)
    return [map, places] + frame.marks + axes.grid + axes.marks + [headline] + footer
  }

  static func time(_ clock: Int, of last: Int, _ kind: RaceFilm.RaceClock) -> String {
    "\(kind.unit) \(clock) of \(last)"
  }

  private var headline: Mark {
    let room = layout.footerEnd.x - layout.headline.x
    let text = measuring.fit(title, in: theme.headline, width: room)
    return .text(text, at: layout.headline, theme.headline.aligned(.leading))
  }

  /// Start and seed behind the time, the meaning of star and cross at the right.
  private var footer: [Mark] {
    let (key, keyLeft) = self.key
    let style = theme.label.colored(Theme.muted).aligned(.leading)
    let time = Self.time(race.last, of: race.last, race.clock)
    let left =
      layout.footer.x + measuring.width(of: time, in: theme.label) + 28 * theme.scale
    let text = measuring.fit(race.setting, in: style, width: keyLeft - left - 12 * theme.scale)
    return key + [.text(text, at: Point(left, layout.footer.y), style)]
  }

  /// From right to left.
  private var key: (marks: [Mark], left: Double) {
    let style = theme.detail.aligned(.trailing)
    var marks: [Mark] = []
    var right = layout.footerEnd
    func add(_ text: String, _ symbol: (Point, Theme) -> Mark) {
      marks.append(.text(text, at: right, style))
      right.x -= measuring.width(of: text, in: style) + 12 * theme.scale
      marks.append(symbol(right, theme))
      right.x -= 24 * theme.scale
    }
    if landmarks.hasSaddles(on: contour) { add("saddle", Landmarks.saddle) }
    if landmarks.hasMinimizers(on: contour) { add(landmarks.minimumLabel, Landmarks.minimum) }
    return (marks, right.x)
  }
}
