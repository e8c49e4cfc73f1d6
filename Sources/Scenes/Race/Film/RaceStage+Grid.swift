// A small map for each entrant.
extension RaceStage {
  var grid: [any RacePanel] {
    let levels = levels
    let bar = bar(levels)
    let isForHalls = frame.theme.isForHalls
    let barWidth = isForHalls ? 0 : bar.width
    let plain = gridLayout(entrants.count, barWidth: barWidth)
    // Where there is no room for charts below the maps, those that were asked for stand in the
    // places after the last.
    let placed = plain.chart == nil ? charts.suffix(style.askedCharts) : charts.suffix(0)
    let layout =
      placed.isEmpty
      ? plain : gridLayout(entrants.count + placed.count, placed, barWidth: barWidth)
    // The maps are of one size, and show the same landscape.
    let contours = contours(levels, layout.map(0))
    let arrows = arrows(in: layout.map(0))
    let maps = entrants.enumerated().map { i, entrant in
      map([entrant], over: contours, in: layout.map(i), layout.typesetting, arrows: arrows)
    }
    let panels = zip(maps, entrants.indices).flatMap { map, i -> [any RacePanel] in
      let caption = CaptionPanel(
        path: map.paths[0], axis: race.axis, area: layout.caption(i), layout.typesetting)
      return [map, caption]
    }
    let rest = charts.dropLast(placed.count)
    let below = rest.isEmpty ? [] : layout.chart.map { self.charts(rest, in: $0) } ?? []
    let small = placed.enumerated().flatMap { smallChart($1, entrants.count + $0, layout) }
    if isForHalls {
      return panels + small + below
        + [hallHeadline, hallFooter, notes(on: maps, in: layout.maps)]
    }
    return panels + small + below + [
      StillPanel(backdrop: bar.marks(beside: layout.maps)), footer(arrows),
      notes(on: maps, in: layout.maps),
    ]
  }

  /// - Parameter placed: charts in places of their own.
  private func gridLayout(
    _ count: Int, _ placed: ArraySlice<ChartPlan> = [], barWidth: Double
  ) -> GridLayout {
    GridLayout(
      count: count, names: entrants.map(\.name), race: race, axis: charts[0].axis,
      placed: placed.map(\.axis), frame: frame, barWidth: barWidth)
  }

  /// A chart in a map's place, with its title as a caption.
  private func smallChart(
    _ plan: ChartPlan, _ place: Int, _ layout: GridLayout
  ) -> [any RacePanel] {
    let caption = layout.caption(place)
    let style = layout.theme.detail.aligned(.leading)
    let title = layout.typesetting.measuring.fit(
      "\(plan.axis.title) over \(time.title)", in: style, width: caption.width)
    let mark = Mark.text(
      title, at: Point(caption.x, caption.maxY - 13 * layout.theme.scale), style)
    return [
      ChartPanel(
        plan, time: time, entrants: entrants, area: layout.map(place), layout.typesetting,
        hasTitle: false, hasClockTitle: false),
      StillPanel(backdrop: [mark]),
    ]
  }
}
