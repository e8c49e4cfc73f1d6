// Errors and rates over the clock.
extension RaceStage {
  /// Of the chart of rates; nil where it is not wanted.
  var rates: RateAxis? {
    style.overlays.contains(.rate) ? RateAxis(entrants) : nil
  }

  /// The errors, and where they are wanted the rates: at the right in a low room, else below.
  func charts(in area: Rect) -> [ChartPanel] {
    guard let rates else { return [errors(in: area)] }
    return area.width > 2.4 * area.height ? chartsInRow(area, rates) : chartsInColumn(area)
  }

  func errors(in area: Rect, hasClockTitle: Bool = true) -> ChartPanel {
    .errors(
      race, entrants, area: area, frame.typesetting, hasClockTitle: hasClockTitle)
  }

  private func rates(in area: Rect) -> ChartPanel {
    .rates(race, entrants, area: area, frame.typesetting)
  }

  private func chartsInColumn(_ area: Rect) -> [ChartPanel] {
    let gap = frame.typesetting.bottomMargin(hasTitle: false) + 10 * frame.theme.scale
    let height = (0.64 * (area.height - gap)).rounded(.down)
    let upper = Rect(x: area.x, y: area.y, width: area.width, height: height)
    let top = (upper.maxY + gap).rounded()
    let lower = Rect(left: area.x, top: top, right: area.maxX, bottom: area.maxY)
    return [errors(in: upper, hasClockTitle: false), rates(in: lower)]
  }

  private func chartsInRow(_ area: Rect, _ axis: RateAxis) -> [ChartPanel] {
    let draft = axis.plot(race.time, in: area)
    let gap =
      14 * frame.theme.scale + frame.typesetting.leftMargin(of: [draft], hasTitle: true)
    var left = area
    left.width = (0.6 * (area.width - gap)).rounded(.down)
    let right = Rect(
      left: (left.maxX + gap).rounded(), top: area.y, right: area.maxX, bottom: area.maxY)
    return [errors(in: left), rates(in: right)]
  }
}
