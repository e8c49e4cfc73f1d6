/// What a chart draws of an entrant.
protocol ChartCurve: Sendable {
  /// What is uncovered after one clock value until another one, below all lines.
  func band(after old: Int, through new: Int) -> Element?
  func line(after old: Int, through new: Int) -> Element?
  /// The cursor at the moving end: at every clock value an element, or at every one nil.
  func head(at clock: Int) -> Element?
}

/// The curve of one run.
struct RunCurve: ChartCurve {
  private let style: EntrantStyle
  private let color: Color
  let trail: Trail
  private let chart: ChartPlot

  private var theme: Theme { chart.theme }

  init(_ run: RaceRun, line: Int, on chart: ChartPlot) {
    style = run.style
    color = chart.color(run.style, line: line)
    self.chart = chart
    let (plan, values) = (chart.plan, chart.plan.values(of: run.trajectory, line: line))
    let curve = zip(values, run.clocks).map { value, clock in
      (point: plan.axis.ordinate(value).flatMap { chart.point(clock, $0) }, clock: clock)
    }
    trail = Trail(CurveThinning.thin(curve), within: chart.plot.area, spacing: 0.5)
  }

  func band(after old: Int, through new: Int) -> Element? { nil }

  var pen: TrailPen {
    TrailPen(
      color: color, halo: theme.colors.halo, width: theme.trail * 0.8, rim: 0,
      area: chart.plot.area)
  }

  func line(after old: Int, through new: Int) -> Element? {
    pen.element(trail.pieces(after: old, through: new, lead: pen.lead))
  }

  func head(at clock: Int) -> Element? {
    guard let place = trail.head(at: clock) else { return .empty }
    let size = theme.marker * 0.7
    let marker = Mark.marker(
      style.shape, at: place, size: size, fill: color, halo: theme.colors.halo)
    return Element(bounds: Rect(around: place, reach: size / 2 + 4), marks: [marker])
  }
}

/// The median of several runs between their quartiles. What is infinite, or above the chart, lies
/// at its upper edge.
struct QuartileCurve: ChartCurve {
  private let color: Color
  private let chart: ChartPlot
  private let clocks: [Int]
  private let points: [(upper: Point, median: Point, lower: Point)]

  private var theme: Theme { chart.theme }
  private var area: Rect { chart.plot.area }

  init(_ entrant: RaceEntrant, line: Int, on chart: ChartPlot) {
    color = chart.color(entrant.style, line: line)
    self.chart = chart
    let plan = chart.plan
    let band = entrant.band { plan.values(of: $0.trajectory, line: line) }
    let area = chart.plot.area
    func point(_ clock: Int, _ ordinate: Double) -> Point {
      area.nearest(to: chart.point(clock, ordinate) ?? Point(area.x, area.y))
    }
    func quartile(_ clock: Int, _ value: Double) -> Point {
      point(clock, plan.medianOrdinate(value) ?? plan.axis.domain.upperBound)
    }
    let shown = band.clocks.indices.compactMap { i in
      plan.medianOrdinate(band.median[i]).map { (index: i, median: $0) }
    }
    clocks = shown.map { band.clocks[$0.index] }
    points = shown.map { i, median in
      let clock = band.clocks[i]
      return (
        quartile(clock, band.upper[i]), point(clock, median), quartile(clock, band.lower[i])
      )
    }
  }

  /// Pixels between the quartiles, in the mean.
  var breadth: Double {
    points.reduce(0) { $0 + $1.lower.y - $1.upper.y } / Double(max(points.count, 1))
  }

  func band(after old: Int, through new: Int) -> Element? {
    guard let range = range(after: old, through: new) else { return nil }
    let points = points[range]
    let corners = points.map(\.upper) + points.reversed().map(\.lower)
    let fill = color.mixed(with: theme.colors.paper, 0.75)
    return element(corners, reach: 1, [.polygon(corners, fill: fill, stroke: nil)])
  }

  func line(after old: Int, through new: Int) -> Element? {
    guard let range = range(after: old, through: new) else { return nil }
    let line = points[range].map(\.median)
    let stroke = Stroke(color, width: theme.trail * 0.8)
    return element(line, reach: stroke.width / 2 + 1, [.polyline(line, stroke)])
  }

  func head(at clock: Int) -> Element? { nil }

  /// What is new, from the last place that is old.
  private func range(after old: Int, through new: Int) -> Range<Int>? {
    let first = clocks.firstIndex { $0 > old } ?? clocks.count
    let end = clocks.firstIndex { $0 > new } ?? clocks.count
    // One place more than needed, lest a seam shows where two pieces meet.
    let low = max(first - 2, 0)
    return first < end && end - low > 1 ? low..<end : nil
  }

  private func element(_ points: [Point], reach: Double, _ marks: [Mark]) -> Element {
    let bounds = (Rect(around: points) ?? area).grown(by: reach).clipped(to: area)
    return Element(bounds: bounds, marks: [.clipped(area, marks)])
  }
}
