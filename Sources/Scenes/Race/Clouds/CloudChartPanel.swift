/// The median errors over the clock between their quartiles.
struct CloudChartPanel: RacePanel {
  let backdrop: [Mark]
  private let area: Rect
  private let theme: Theme
  /// Narrow bands come after wide ones, which would hide them.
  private let curves: [Curve]

  private struct Curve {
    let color: Color
    let clocks: [Int]
    /// Upper quartile, median, lower quartile.
    let points: [(upper: Point, median: Point, lower: Point)]

    /// Pixels between the quartiles, in the mean.
    var breadth: Double {
      points.reduce(0) { $0 + $1.lower.y - $1.upper.y } / Double(max(points.count, 1))
    }
  }

  init(
    race: Race, clouds: [RaceCloud], area: Rect, theme: Theme, measuring: any TextMeasuring
  ) {
    let chart = race.chart(in: area)
    let axes = AxisFrame(
      plot: chart, theme: theme,
      xTitle: race.chartTitle(width: area.width, theme: theme, measuring: measuring),
      yTitle: race.axis.title,
      hasGrid: true, measuring: measuring)
    let time = race.time
    func point(_ clock: Int, _ value: Double) -> Point {
      // What is infinite, or above the chart, lies at its upper edge.
      let ordinate = race.axis.ordinate(value) ?? race.axis.domain.upperBound
      return area.nearest(to: chart.point(time.position(clock), ordinate) ?? Point(area.x, area.y))
    }
    self.area = area
    self.theme = theme
    backdrop = axes.grid + axes.marks
    curves = clouds.map { cloud in
      let band = cloud.band
      return Curve(
        color: cloud.style.color, clocks: band.clocks,
        points: band.clocks.indices.map { i in
          let clock = band.clocks[i]
          return (
            point(clock, band.upper[i]), point(clock, band.median[i]), point(clock, band.lower[i])
          )
        })
    }
    .sorted { $0.breadth > $1.breadth }
  }

  /// What is new, from the last place that is old: bands below, medians above.
  func trails(after old: Int, through new: Int) -> [Element] {
    let fresh = curves.compactMap { curve -> (curve: Curve, range: Range<Int>)? in
      let first = curve.clocks.firstIndex { $0 > old } ?? curve.clocks.count
      let end = curve.clocks.firstIndex { $0 > new } ?? curve.clocks.count
      // One place more than needed, lest a seam shows where two pieces meet.
      let low = max(first - 2, 0)
      return first < end && end - low > 1 ? (curve, low..<end) : nil
    }
    return fresh.map { band($0.curve, $0.range) } + fresh.map { median($0.curve, $0.range) }
  }

  private func band(_ curve: Curve, _ range: Range<Int>) -> Element {
    let points = curve.points[range]
    let corners = points.map(\.upper) + points.reversed().map(\.lower)
    let fill = curve.color.mixed(with: theme.colors.paper, 0.75)
    return element(corners, reach: 1, [.polygon(corners, fill: fill, stroke: nil)])
  }

  private func median(_ curve: Curve, _ range: Range<Int>) -> Element {
    let line = curve.points[range].map(\.median)
    let stroke = Stroke(curve.color, width: theme.trail * 0.8)
    return element(line, reach: stroke.width / 2 + 1, [.polyline(line, stroke)])
  }

  private func element(_ points: [Point], reach: Double, _ marks: [Mark]) -> Element {
    let bounds = (Rect(around: points) ?? area).grown(by: reach).clipped(to: area)
    return Element(bounds: bounds, marks: [.clipped(area, marks)])
  }
}
