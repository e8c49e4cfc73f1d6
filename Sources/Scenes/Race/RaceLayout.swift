/// Where the parts of a race film lie: a map at the left, errors and a table at the right; stacked
/// where the page is about as high as wide.
struct RaceLayout: Sendable {
  /// With room for a colour bar at its right.
  let map: Rect
  let chart: Rect
  let legend: Rect

  /// Widths of the tick labels at the y axes of the map and of the chart.
  struct LabelWidths: Sendable {
    var map: Double
    var chart: Double
    /// Whether the map's axes have titles.
    var hasMapTitles = false
  }

  init(frame: RaceFrame, labels: LabelWidths, barWidth: Double, legendHeight: Double) {
    let theme = frame.theme
    let s = theme.scale
    let page = frame.content
    let left = AxisFrame.leftMargin(
      theme: theme, labelWidth: labels.map, hasTitle: labels.hasMapTitles)
    let below = AxisFrame.bottomMargin(theme: theme, hasTitle: labels.hasMapTitles)
    let legendInStack = min(legendHeight, page.height * 0.4)
    let mapBottom = (frame.isStacked ? page.maxY - legendInStack - 14 * s : page.maxY) - below

    var width = page.width * 0.6 - left - barWidth
    var height = mapBottom - page.y
    width = min(width, height * 1.1).rounded(.down)
    height = min(height, width * (frame.isStacked ? 1.5 : 1.25)).rounded(.down)
    map = Rect(x: (page.x + left).rounded(), y: page.y.rounded(), width: width, height: height)

    let chartLeft =
      map.maxX + barWidth + 18 * s
      + AxisFrame.leftMargin(theme: theme, labelWidth: labels.chart, hasTitle: true)
    let column = page.maxX - 4 * s
    let axis = AxisFrame.bottomMargin(theme: theme, hasTitle: true)
    let room = frame.isStacked ? height + below : page.height
    let share = frame.isStacked ? room : max(room - legendHeight - 12 * s, room * 0.38)
    chart = Rect(
      x: chartLeft.rounded(), y: page.y.rounded(), width: (column - chartLeft).rounded(.down),
      height: (share - axis).rounded(.down))
    let legendLeft = frame.isStacked ? page.x : map.maxX + barWidth + 26 * s
    let legendTop = frame.isStacked ? map.maxY + below + 14 * s : chart.maxY + axis + 12 * s
    legend = Rect(
      x: legendLeft, y: legendTop, width: page.maxX - legendLeft, height: page.maxY - legendTop)
  }

  /// Tick labels are measured on provisional plots of about the right extent.
  init(_ race: Race, frame: RaceFrame, barWidth: Double, measuring: any TextMeasuring) {
    let whole = frame.size.rect
    func width(_ plot: Plot) -> Double {
      AxisFrame(plot: plot, theme: frame.theme, measuring: measuring).widestLabel
    }
    let half = Rect(x: 0, y: 0, width: whole.width / 2, height: whole.height / 2)
    let labels = LabelWidths(
      map: max(width(race.map(in: whole)), width(race.map(in: half))),
      chart: max(width(race.chart(in: whole)), width(race.chart(in: half))),
      hasMapTitles: race.axisTitles != nil)
    let height = LegendLayout.wantedHeight(
      count: race.count, width: whole.width * (frame.isStacked ? 1 : 0.4), theme: frame.theme)
    self.init(frame: frame, labels: labels, barWidth: barWidth, legendHeight: height)
  }
}
