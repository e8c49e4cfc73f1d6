/// Curves over the clock, one or more for each entrant: of one run its own, with a cursor at its
/// moving end; of several the median between the quartiles.
struct ChartPanel: RacePanel {
  let backdrop: [Mark]
  /// Those of several runs first, which cover most.
  private let curves: [any ChartCurve]
  /// The lines of entrants with one run; nil where any has several.
  private let stack: TrailStack?

  /// - Parameters:
  ///   - hasTitle: whether the upright axis is named here.
  ///   - hasClockTitle: whether the clock is.
  init(
    _ plan: ChartPlan, time: ClockAxis, entrants: [RaceEntrant], area: Rect,
    _ typesetting: Typesetting, hasTitle: Bool = true, hasClockTitle: Bool = true
  ) {
    let axes = AxisFrame(
      plot: plan.plot(time, in: area), typesetting: typesetting,
      xTitle: hasClockTitle ? time.title : nil, yTitle: hasTitle ? plan.axis.title : nil,
      hasGrid: true)
    let chart = ChartPlot(plan: plan, plot: axes.plot, time: time, theme: axes.theme)
    let guides = GuideLines(guides: plan.guides, plot: axes.plot, typesetting: typesetting)
    let guideMarks = plan.guides.isEmpty ? [] : guides.marks
    backdrop = axes.grid + axes.marks + guideMarks
    let lines = Array(plan.lines.indices.reversed())
    let several = entrants.filter(\.hasSeveralRuns).flatMap { entrant in
      lines.map { QuartileCurve(entrant, line: $0, on: chart) }
    }
    let alone = entrants.filter { !$0.hasSeveralRuns }.flatMap { entrant in
      lines.map { RunCurve(entrant.runs[0], line: $0, on: chart) }
    }
    // Narrow bands come after wide ones, which would hide them.
    curves = several.sorted { $0.breadth > $1.breadth } + alone
    let paper = Mark.rectangle(area, fill: axes.theme.colors.paper, stroke: nil)
    stack =
      several.isEmpty
      ? TrailStack(
        backdrop: [paper] + axes.grid + [axes.edge] + guideMarks,
        trails: alone.map { ($0.trail, $0.pen) }) : nil
  }

  func still(at clock: Int) -> [Element] {
    stack?.still(at: clock) ?? trails(after: -1, through: clock)
  }

  func trails(after old: Int, through new: Int) -> [Element] {
    if let stack { return stack.elements(after: old, through: new) }
    return curves.compactMap { $0.band(after: old, through: new) }
      + curves.compactMap { $0.line(after: old, through: new) }
  }

  func overlay(at clock: Int) -> [Element] {
    curves.compactMap { $0.head(at: clock) }
  }
}

/// The plot in which curves lie.
struct ChartPlot: Sendable {
  let plan: ChartPlan
  let plot: Plot
  let time: ClockAxis
  let theme: Theme

  func point(_ clock: Int, _ ordinate: Double) -> Point? {
    plot.point(time.position(clock), ordinate)
  }

  /// The colour of an entrant's line.
  func color(_ style: EntrantStyle, line: Int) -> Color {
    style.color.mixed(with: theme.colors.paper, ChartPlan.paleness(line))
  }
}
