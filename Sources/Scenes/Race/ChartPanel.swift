/// The entrants' errors over the clock, with a cursor at each curve's moving end.
struct ChartPanel: RacePanel {
  let backdrop: [Mark]
  private let area: Rect
  private let theme: Theme
  private let curves: [(style: EntrantStyle, trail: Trail)]

  init(
    race: Race, entrants: [RaceEntrant], area: Rect, theme: Theme, measuring: any TextMeasuring
  ) {
    let chart = race.chart(in: area)
    let axes = AxisFrame(
      plot: chart, theme: theme, xTitle: race.clock.rawValue, yTitle: race.axis.title,
      hasGrid: true, measuring: measuring)
    self.area = area
    self.theme = theme
    backdrop = axes.grid + axes.marks
    curves = entrants.map { entrant in
      let curve = zip(entrant.values, entrant.clocks).map { value, clock in
        let ordinate = race.axis.ordinate(value)
        return (point: ordinate.flatMap { chart.point(Double(clock), $0) }, clock: clock)
      }
      return (entrant.style, Trail(CurveThinning.thin(curve), within: area, spacing: 0.5))
    }
  }

  func trails(after old: Int, through new: Int) -> [Element] {
    curves.compactMap { style, trail in
      let pen = TrailPen(
        color: style.color, halo: theme.colors.halo, width: theme.trail * 0.8, rim: 0, area: area)
      return pen.element(trail.pieces(after: old, through: new, lead: 0))
    }
  }

  func overlay(at clock: Int) -> [Element] {
    curves.map { style, trail in
      guard let place = trail.head(at: clock) else { return .empty }
      let size = theme.marker * 0.7
      let marker = Mark.marker(
        style.shape, at: place, size: size, fill: style.color, halo: theme.colors.halo)
      return Element(bounds: Rect(around: place, reach: size / 2 + 4), marks: [marker])
    }
  }
}
