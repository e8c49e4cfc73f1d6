/// Where the parts of a race film lie.
struct RaceLayout: Sendable {
  let contour: Rect
  let chart: Rect
  let legend: Rect
  let headline: Point
  /// The left end of the footer's middle line, and its right end.
  let footer: Point
  let footerEnd: Point

  /// Widths of the tick labels at the y axes of the contour and of the chart.
  struct LabelWidths: Sendable {
    var contour: Double
    var chart: Double
  }

  init(size: PixelSize, theme: Theme, labels: LabelWidths, legendHeight: Double) {
    let s = theme.scale
    let page = size.rect.grown(by: -16 * s)
    let left = AxisFrame.leftMargin(theme: theme, labelWidth: labels.contour, hasTitle: false)
    let below = AxisFrame.bottomMargin(theme: theme, hasTitle: false)
    let top = page.y + 32 * s
    let bottom = page.maxY - 22 * s
    let isStacked = page.width < 1.15 * page.height
    let legendInStack = min(legendHeight, (bottom - top) * 0.4)
    let contourBottom = (isStacked ? bottom - legendInStack - 14 * s : bottom) - below

    var width = page.width * 0.57 - left
    var height = contourBottom - top
    width = min(width, height * 1.1).rounded(.down)
    height = min(height, width * 1.25).rounded(.down)
    contour = Rect(x: (page.x + left).rounded(), y: top.rounded(), width: width, height: height)

    let chartLeft =
      contour.maxX + 18 * s
      + AxisFrame.leftMargin(theme: theme, labelWidth: labels.chart, hasTitle: true)
    let column = page.maxX - 4 * s
    let axis = AxisFrame.bottomMargin(theme: theme, hasTitle: true)
    let room = isStacked ? height + below : bottom - top
    let share = isStacked ? room : max(room - legendHeight - 12 * s, room * 0.38)
    chart = Rect(
      x: chartLeft.rounded(), y: top.rounded(), width: (column - chartLeft).rounded(.down),
      height: (share - axis).rounded(.down))
    let legendLeft = isStacked ? page.x : contour.maxX + 26 * s
    let legendTop = isStacked ? contour.maxY + below + 14 * s : chart.maxY + axis + 12 * s
    legend = Rect(
      x: legendLeft, y: legendTop, width: page.maxX - legendLeft, height: bottom - legendTop)
    headline = Point(contour.x, page.y + 10 * s)
    footer = Point(contour.x, page.maxY - 7 * s)
    footerEnd = Point(page.maxX, page.maxY - 7 * s)
  }
}
