import Contours

/// Where the parts of a race film lie. On a wide page the map is at the left, errors and the table
/// at its right; on a square one the table is at its right, and the errors below; on a tall page
/// one is below the other.
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

  /// What the parts need of a page.
  private struct Needs {
    let page: Rect
    let scale: Double
    /// Beside the map, for its axes.
    let mapLeft: Double
    let mapBelow: Double
    let barWidth: Double
    let chartLeft: Double
    let chartBelow: Double
    let legendHeight: Double
    /// The ratio of the map's sides.
    let ratio: Double?

    init(
      _ page: Rect, _ theme: Theme, _ labels: LabelWidths, barWidth: Double, legendHeight: Double,
      ratio: Double?
    ) {
      (self.page, scale, self.ratio) = (page, theme.scale, ratio)
      mapLeft = AxisFrame.leftMargin(
        theme: theme, labelWidth: labels.map, hasTitle: labels.hasMapTitles)
      mapBelow = AxisFrame.bottomMargin(theme: theme, hasTitle: labels.hasMapTitles)
      (self.barWidth, self.legendHeight) = (barWidth, legendHeight)
      chartLeft = AxisFrame.leftMargin(theme: theme, labelWidth: labels.chart, hasTitle: true)
      chartBelow = AxisFrame.bottomMargin(theme: theme, hasTitle: true)
    }

    func map(in room: Rect, otherwise ratios: ClosedRange<Double>) -> Rect {
      room.fitting(ratio.map { ClosedRange(between: $0, $0) } ?? ratios)
    }

    /// The room of a map with its axes and colour bar at the upper left of the page.
    func mapRoom(width: Double, height: Double) -> Rect {
      Rect(
        x: (page.x + mapLeft).rounded(), y: page.y.rounded(), width: width - mapLeft - barWidth,
        height: height - mapBelow)
    }

    func chart(left: Double, top: Double, bottom: Double) -> Rect {
      Rect(
        x: (left + chartLeft).rounded(), y: top.rounded(),
        width: (page.maxX - 4 * scale - left - chartLeft).rounded(.down),
        height: (bottom - chartBelow - top).rounded(.down))
    }
  }

  private init(wide needs: Needs) {
    let (page, s) = (needs.page, needs.scale)
    map = needs.map(
      in: needs.mapRoom(width: page.width * 0.6, height: page.height), otherwise: 0.8...1.1)
    let left = map.maxX + needs.barWidth
    let share = max(page.height - needs.legendHeight - 12 * s, page.height * 0.38)
    chart = needs.chart(left: left + 18 * s, top: page.y, bottom: page.y + share)
    legend = Rect(
      left: left + 26 * s, top: chart.maxY + needs.chartBelow + 12 * s, right: page.maxX,
      bottom: page.maxY)
  }

  private init(square needs: Needs) {
    let (page, s) = (needs.page, needs.scale)
    map = needs.map(
      in: needs.mapRoom(width: page.width * 0.62, height: page.height * 0.68),
      otherwise: 0.8...1.1)
    legend = Rect(
      left: map.maxX + needs.barWidth + 26 * s, top: page.y, right: page.maxX,
      bottom: map.maxY + needs.mapBelow)
    chart = needs.chart(left: page.x, top: legend.maxY + 14 * s, bottom: page.maxY)
  }

  private init(tall needs: Needs) {
    let (page, s) = (needs.page, needs.scale)
    let legendHeight = min(needs.legendHeight, page.height * 0.3)
    let room = page.height - legendHeight - 28 * s
    map = needs.map(
      in: needs.mapRoom(width: page.width, height: room * 0.72), otherwise: 0.7...1.3)
    legend = Rect(
      left: page.x, top: page.maxY - legendHeight, right: page.maxX, bottom: page.maxY)
    chart = needs.chart(
      left: page.x, top: map.maxY + needs.mapBelow + 14 * s, bottom: legend.y - 14 * s)
  }

  /// For the back of a hall: map and chart beside each other on a wide page, else below each other.
  private init(hall needs: Needs, isWide: Bool) {
    let (page, s) = (needs.page, needs.scale)
    legend = Rect(left: page.x, top: page.maxY, right: page.maxX, bottom: page.maxY)
    if isWide {
      // Both end on one line.
      let height = page.height - needs.chartBelow + needs.mapBelow
      map = needs.map(
        in: needs.mapRoom(width: page.width * 0.56, height: height), otherwise: 0.8...1.4)
      chart = needs.chart(left: map.maxX + 14 * s, top: page.y, bottom: page.maxY)
    } else {
      map = needs.map(
        in: needs.mapRoom(width: page.width - 4 * s, height: page.height * 0.52),
        otherwise: 0.7...1.6)
      chart = needs.chart(
        left: page.x, top: map.maxY + needs.mapBelow + 8 * s, bottom: page.maxY)
    }
  }

  init(
    frame: RaceFrame, labels: LabelWidths, barWidth: Double, legendHeight: Double,
    ratio: Double? = nil
  ) {
    let needs = Needs(
      frame.content, frame.theme, labels, barWidth: barWidth, legendHeight: legendHeight,
      ratio: ratio)
    switch frame.shape {
    case .wide: self.init(wide: needs)
    case .square: self.init(square: needs)
    case .tall: self.init(tall: needs)
    }
  }

  /// Map and chart alone, above a key.
  init(hall race: Race, _ axis: ValueAxis, frame: RaceFrame, keyHeight: Double) {
    var page = frame.content
    page.height = frame.size.rect.maxY - keyHeight - 14 * frame.theme.scale - page.y
    let needs = Needs(
      page, frame.theme, Self.labels(race, axis, frame), barWidth: 0, legendHeight: 0,
      ratio: race.mapRatio)
    self.init(hall: needs, isWide: frame.shape == .wide)
  }

  /// Tick labels are measured on provisional plots of about the right extent.
  private static func labels(_ race: Race, _ axis: ValueAxis, _ frame: RaceFrame) -> LabelWidths {
    let whole = frame.size.rect
    let half = Rect(x: 0, y: 0, width: whole.width / 2, height: whole.height / 2)
    return LabelWidths(
      map: frame.typesetting.widestLabel(at: [whole, half].map(race.map)),
      chart: frame.typesetting.widestLabel(at: [whole, half].map { axis.plot(race.time, in: $0) }),
      hasMapTitles: true)
  }

  /// - Parameter axis: of the first chart.
  init(_ race: Race, _ axis: ValueAxis, frame: RaceFrame, barWidth: Double) {
    let height = LegendLayout.wantedHeight(
      count: race.count, width: frame.size.rect.width * (frame.shape == .tall ? 1 : 0.4),
      theme: frame.theme)
    self.init(
      frame: frame, labels: Self.labels(race, axis, frame), barWidth: barWidth,
      legendHeight: height, ratio: race.mapRatio)
  }
}
