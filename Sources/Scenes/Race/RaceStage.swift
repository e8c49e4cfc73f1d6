import Contours

/// Puts the panels of a race on the page.
struct RaceStage {
  let ground: RaceGround
  let race: Race
  let entrants: [RaceEntrant]
  let style: RaceStyle
  let frame: RaceFrame
  /// The clock value of each frame.
  let clocks: [Int]
  let measuring: any TextMeasuring

  private var levels: Levels {
    Levels(
      of: ground.objective, x: ground.x, y: ground.y, minimum: ground.minimum,
      rule: style.contours.levels)
  }

  private func bar(_ levels: Levels) -> ColorBar {
    ColorBar(levels: levels, style: style.contours, theme: frame.theme, measuring: measuring)
  }

  /// Panels later in the list lie above earlier ones.
  var panels: [any RacePanel] {
    let footer = RaceFooter(
      ground: ground, race: race, notes: style.notes, frame: frame, measuring: measuring)
    return switch style.layout {
    case .standard: standard + [footer]
    case .grid: grid + [footer]
    }
  }

  private var standard: [any RacePanel] {
    let levels = levels
    let bar = bar(levels)
    let layout = RaceLayout(race, frame: frame, barWidth: bar.width, measuring: measuring)
    let map = map(
      entrants, over: contours(levels, layout.map), in: layout.map, theme: frame.theme)
    let chart = ChartPanel(
      race: race, entrants: entrants, area: layout.chart, theme: frame.theme,
      measuring: measuring)
    let legend = LegendPanel(
      paths: map.paths, map: layout.map,
      layout: LegendLayout(area: layout.legend, count: entrants.count, theme: frame.theme),
      measuring: measuring)
    return [map, ColorBarPanel(backdrop: bar.marks(beside: layout.map)), chart, legend]
  }

  private var grid: [any RacePanel] {
    let levels = levels
    let bar = bar(levels)
    let layout = GridLayout(
      count: entrants.count, race: race, frame: frame, barWidth: bar.width, measuring: measuring)
    // The maps are of one size, and show the same ground.
    let contours = contours(levels, layout.map(0))
    let maps = entrants.enumerated().flatMap { i, entrant -> [any RacePanel] in
      let map = map([entrant], over: contours, in: layout.map(i), theme: layout.theme)
      let caption = CaptionPanel(
        path: map.paths[0], map: layout.map(i), area: layout.caption(i), theme: layout.theme,
        measuring: measuring)
      return [map, caption]
    }
    return maps + [ColorBarPanel(backdrop: bar.marks(beside: layout.maps))]
  }

  private func contours(_ levels: Levels, _ area: Rect) -> ContourBackground {
    ContourBackground(
      objective: ground.objective, x: ground.x, y: ground.y, width: Int(area.width),
      height: Int(area.height), levels: levels, style: style.contours)
  }

  private func map(
    _ entrants: [RaceEntrant], over contours: ContourBackground, in area: Rect, theme: Theme
  ) -> MapPanel {
    MapPanel(
      ground: ground, entrants: entrants, contours: contours, area: area, style: style,
      theme: theme, clocks: clocks, measuring: measuring)
  }
}

/// The colour bar of the maps.
private struct ColorBarPanel: RacePanel {
  let backdrop: [Mark]
}
