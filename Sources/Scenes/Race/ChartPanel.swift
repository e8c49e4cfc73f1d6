/// Curves over the clock, one for each entrant, with a cursor at each moving end.
struct ChartPanel: RacePanel {
  let backdrop: [Mark]
  private let area: Rect
  private let theme: Theme
  private let curves: [(style: EntrantStyle, trail: Trail)]

  /// - Parameters:
  ///   - axes: with the plot, its titles and what measures them.
  ///   - time: the axis at the bottom.
  ///   - ordinates: what is drawn of an entrant at its entries; nil interrupts the curve.
  init(
    axes: AxisFrame, time: ClockAxis, entrants: [RaceEntrant],
    ordinates: (RaceEntrant) -> [Double?]
  ) {
    let plot = axes.plot
    area = plot.area
    theme = axes.theme
    backdrop = axes.grid + axes.marks
    curves = entrants.map { entrant in
      let curve = zip(ordinates(entrant), entrant.clocks).map { ordinate, clock in
        (point: ordinate.flatMap { plot.point(time.position(clock), $0) }, clock: clock)
      }
      return (entrant.style, Trail(CurveThinning.thin(curve), within: plot.area, spacing: 0.5))
    }
  }

  /// The errors. Without a title the clock is named elsewhere.
  static func errors(
    _ race: Race, _ entrants: [RaceEntrant], area: Rect, theme: Theme, hasClockTitle: Bool = true,
    measuring: any TextMeasuring
  ) -> ChartPanel {
    let axes = AxisFrame(
      plot: race.chart(in: area), theme: theme,
      xTitle: hasClockTitle
        ? race.chartTitle(width: area.width, theme: theme, measuring: measuring) : nil,
      yTitle: race.axis.title, hasGrid: true,
      measuring: measuring)
    return ChartPanel(axes: axes, time: race.time, entrants: entrants) {
      $0.values.map(race.axis.ordinate)
    }
  }

  /// The learning rates or step lengths. Without titles the axes are named elsewhere.
  static func rates(
    _ race: Race, _ entrants: [RaceEntrant], area: Rect, theme: Theme, hasTitles: Bool = true,
    measuring: any TextMeasuring
  ) -> ChartPanel {
    let axis = RateAxis(entrants.flatMap(\.rates))
    let axes = AxisFrame(
      plot: axis.plot(race.time, in: area), theme: theme,
      xTitle: hasTitles ? race.time.title : nil, yTitle: hasTitles ? RateAxis.title : nil,
      hasGrid: true, measuring: measuring)
    return ChartPanel(axes: axes, time: race.time, entrants: entrants) {
      $0.rates.map(axis.ordinate)
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
