/// Above a small map: marker and name; f and the state, which change; the settings below. Where
/// there is little room, what is least important is left out: settings, state, f. In pictures for
/// halls there is the name alone.
struct CaptionPanel: RacePanel {
  let backdrop: [Mark]
  private let path: EntrantPaths
  private let area: Rect
  private let typesetting: Typesetting
  private let statusWidth: Double
  private let hasValue: Bool
  private let hasState: Bool
  /// What is taken from f.
  private let minimum: Double

  private var theme: Theme { typesetting.theme }

  /// - Parameter axis: of the errors, whose values are shown.
  init(path: EntrantPaths, axis: ValueAxis, area: Rect, _ typesetting: Typesetting) {
    self.path = path
    minimum = axis.minimum ?? 0
    self.typesetting = typesetting
    let (theme, measuring) = (typesetting.theme, typesetting.measuring)
    self.area = area
    let entrant = path.entrant
    func widest(_ texts: [String], _ style: TextStyle) -> Double {
      texts.map { measuring.width(of: $0, in: style) }.max() ?? 0
    }
    let stateWidth = widest([entrant.longestEnd, RaceEnd.running, RaceEnd.outside], theme.detail)
    let numberWidth = widest(["−1.23e-100"], theme.number)
    let indent = Self.indent(theme)
    let gap = 8 * theme.scale
    let room = area.width - indent
    hasState = !theme.isForHalls && stateWidth <= area.width
    let rest = room - (hasState ? stateWidth + gap : 0)
    let hasSettings = !theme.isForHalls && widest([entrant.settings], theme.detail) <= rest
    let name = hasSettings ? entrant.title : entrant.name
    hasValue = !theme.isForHalls && widest([name], theme.name) + numberWidth + gap <= room
    statusWidth = min(max(hasState ? stateWidth : 0, hasValue ? numberWidth : 0), area.width)
    let shown = measuring.fit(
      name, in: theme.name, width: room - (hasValue ? numberWidth + gap : 0))
    backdrop = [
      .marker(
        entrant.style.shape, at: Point(area.x + theme.marker * 0.6, Self.first(area, theme)),
        size: theme.marker, fill: entrant.style.color, halo: theme.colors.halo),
      .text(
        shown, at: Point(area.x + indent, Self.first(area, theme)), theme.name.aligned(.leading)),
      .text(
        hasSettings ? entrant.settings : "",
        at: Point(area.x + indent, Self.second(area, theme)), theme.detail.aligned(.leading)),
    ]
  }

  func overlay(at clock: Int) -> [Element] {
    let value = hasValue ? path.entrant.numbers(at: clock, above: minimum)?[0] ?? "" : ""
    let state = hasState ? path.state(at: clock) : ""
    let bounds = Rect(
      x: area.maxX - statusWidth, y: area.y, width: statusWidth, height: area.height)
    return [
      Element(
        bounds: bounds.grown(by: 1),
        marks: [
          .text(
            value, at: Point(area.maxX, Self.first(area, theme)), theme.number.aligned(.trailing)),
          .text(
            state, at: Point(area.maxX, Self.second(area, theme)),
            theme.detail.aligned(.trailing)),
        ])
    ]
  }

  /// The room for the marker before the name.
  static func indent(_ theme: Theme) -> Double { theme.marker * 1.5 }

  private static func first(_ area: Rect, _ theme: Theme) -> Double { area.y + 11 * theme.scale }
  private static func second(_ area: Rect, _ theme: Theme) -> Double { area.y + 29 * theme.scale }
}
