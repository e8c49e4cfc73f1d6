/// Curves over the clock, one for each entrant: of one run its own, with a cursor at its moving
/// end; of several the median between the quartiles.
struct ChartPanel: RacePanel {
  let backdrop: [Mark]
  /// Those of several runs first, which cover most.
  private let curves: [any ChartCurve]

  /// - Parameters:
  ///   - axes: with the plot, its titles and what measures them.
  ///   - time: the axis at the bottom.
  ///   - quantity: what is drawn of the entrants.
  init(axes: AxisFrame, time: ClockAxis, entrants: [RaceEntrant], quantity: ChartQuantity) {
    let chart = ChartPlot(plot: axes.plot, time: time, theme: axes.theme)
    backdrop = axes.grid + axes.marks
    let several = entrants.filter(\.hasSeveralRuns)
      .map { QuartileCurve($0, of: quantity, on: chart) }
    let alone = entrants.filter { !$0.hasSeveralRuns }
      .map { RunCurve($0.runs[0], of: quantity, on: chart) }
    // Narrow bands come after wide ones, which would hide them.
    curves = several.sorted { $0.breadth > $1.breadth } + alone
  }

  /// The errors. Without a title the clock is named elsewhere.
  static func errors(
    _ race: Race, _ entrants: [RaceEntrant], area: Rect, _ typesetting: Typesetting,
    hasClockTitle: Bool = true
  ) -> ChartPanel {
    let axes = AxisFrame(
      plot: race.chart(in: area), typesetting: typesetting,
      xTitle: hasClockTitle ? race.time.title : nil,
      yTitle: race.axis.title, hasGrid: true)
    return ChartPanel(axes: axes, time: race.time, entrants: entrants, quantity: .errors(race.axis))
  }

  /// The learning rates or step lengths. Without titles the axes are named elsewhere.
  static func rates(
    _ race: Race, _ entrants: [RaceEntrant], area: Rect, _ typesetting: Typesetting,
    hasTitles: Bool = true
  ) -> ChartPanel {
    let axis = RateAxis(entrants)
    let axes = AxisFrame(
      plot: axis.plot(race.time, in: area), typesetting: typesetting,
      xTitle: hasTitles ? race.time.title : nil, yTitle: hasTitles ? RateAxis.title : nil,
      hasGrid: true)
    return ChartPanel(axes: axes, time: race.time, entrants: entrants, quantity: .rates(axis))
  }

  func trails(after old: Int, through new: Int) -> [Element] {
    curves.compactMap { $0.band(after: old, through: new) }
      + curves.compactMap { $0.line(after: old, through: new) }
  }

  func overlay(at clock: Int) -> [Element] {
    curves.compactMap { $0.head(at: clock) }
  }
}

/// The plot in which curves lie.
struct ChartPlot: Sendable {
  let plot: Plot
  let time: ClockAxis
  let theme: Theme

  func point(_ clock: Int, _ ordinate: Double) -> Point? {
    plot.point(time.position(clock), ordinate)
  }
}
