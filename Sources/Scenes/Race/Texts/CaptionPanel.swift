/// Above a small map: marker and name; f and the state, which change; the settings below.
struct CaptionPanel: RacePanel {
  let backdrop: [Mark]
  private let path: EntrantPaths
  private let area: Rect
  private let typesetting: Typesetting
  private let statusWidth: Double
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
    let states = [entrant.longestEnd, RaceEnd.running, RaceEnd.outside]
    let stateWidth = states.map { measuring.width(of: $0, in: theme.detail) }.max() ?? 0
    let numberWidth = measuring.width(of: "−1.23e-100", in: theme.number)
    statusWidth = min(max(stateWidth, numberWidth), area.width)
    let indent = theme.marker * 1.5
    let room = area.width - indent - 8 * theme.scale
    let name = measuring.fit(entrant.title, in: theme.name, width: room - numberWidth)
    let settings = measuring.fit(entrant.settings, in: theme.detail, width: room - stateWidth)
    backdrop = [
      .marker(
        entrant.style.shape, at: Point(area.x + theme.marker * 0.6, Self.first(area, theme)),
        size: theme.marker, fill: entrant.style.color, halo: theme.colors.halo),
      .text(
        name, at: Point(area.x + indent, Self.first(area, theme)), theme.name.aligned(.leading)),
      .text(
        settings, at: Point(area.x + indent, Self.second(area, theme)),
        theme.detail.aligned(.leading)),
    ]
  }

  func overlay(at clock: Int) -> [Element] {
    let value = path.entrant.numbers(at: clock, above: minimum)?[0] ?? ""
    let state = typesetting.measuring.fit(
      path.state(at: clock), in: theme.detail, width: area.width)
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

  private static func first(_ area: Rect, _ theme: Theme) -> Double { area.y + 11 * theme.scale }
  private static func second(_ area: Rect, _ theme: Theme) -> Double { area.y + 29 * theme.scale }
}
