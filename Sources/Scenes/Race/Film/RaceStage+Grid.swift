// A small map for each entrant.
extension RaceStage {
  var grid: [any RacePanel] {
    let levels = levels
    let bar = bar(levels)
    let plain = gridLayout(entrants.count, barWidth: bar.width)
    // Where there is no room for charts below the maps the rates stand in the place after the last.
    let hasRatesInPlace = rates != nil && plain.chart == nil
    let layout =
      hasRatesInPlace ? gridLayout(entrants.count + 1, rates, barWidth: bar.width) : plain
    // The maps are of one size, and show the same landscape.
    let contours = contours(levels, layout.map(0))
    let arrows = arrows(in: layout.map(0))
    let maps = entrants.enumerated().flatMap { i, entrant -> [any RacePanel] in
      let map = map(
        [entrant], over: contours, in: layout.map(i), layout.typesetting, arrows: arrows)
      let caption = CaptionPanel(
        path: map.paths[0], axis: race.axis, area: layout.caption(i), layout.typesetting)
      return [map, caption]
    }
    let below = layout.chart.map { hasRatesInPlace ? [errors(in: $0)] : charts(in: $0) } ?? []
    return maps + (hasRatesInPlace ? smallRates(layout) : []) + below + [
      StillPanel(backdrop: bar.marks(beside: layout.maps)), footer(arrows),
    ]
  }

  /// - Parameter rates: in a place of their own.
  private func gridLayout(
    _ count: Int, _ rates: RateAxis? = nil, barWidth: Double
  ) -> GridLayout {
    GridLayout(
      count: count, race: race, rates: rates, frame: frame, barWidth: barWidth)
  }

  /// The rates after the last map.
  private func smallRates(_ layout: GridLayout) -> [any RacePanel] {
    let place = entrants.count
    let caption = layout.caption(place)
    let title = Mark.text(
      "rate ε over \(race.time.title)",
      at: Point(caption.x, caption.maxY - 13 * layout.theme.scale),
      layout.theme.detail.aligned(.leading))
    return [
      ChartPanel.rates(
        race, entrants, area: layout.map(place), layout.typesetting, hasTitles: false),
      StillPanel(backdrop: [title]),
    ]
  }
}
