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
    let layout = RaceLayout(race, frame: frame, measuring: measuring)
    let map = map(entrants, in: layout.map, theme: frame.theme)
    let chart = ChartPanel(
      race: race, entrants: entrants, area: layout.chart, theme: frame.theme,
      measuring: measuring)
    let legend = LegendPanel(
      paths: map.paths, map: layout.map,
      layout: LegendLayout(area: layout.legend, count: entrants.count, theme: frame.theme),
      measuring: measuring)
    return [map, chart, legend]
  }

  private var grid: [any RacePanel] {
    let layout = GridLayout(
      count: entrants.count, race: race, frame: frame, measuring: measuring)
    return entrants.enumerated().flatMap { i, entrant -> [any RacePanel] in
      let map = map([entrant], in: layout.map(i), theme: layout.theme)
      let caption = CaptionPanel(
        path: map.paths[0], map: layout.map(i), area: layout.caption(i), theme: layout.theme,
        measuring: measuring)
      return [map, caption]
    }
  }

  private func map(_ entrants: [RaceEntrant], in area: Rect, theme: Theme) -> MapPanel {
    MapPanel(
      ground: ground, entrants: entrants, area: area, style: style, theme: theme, clocks: clocks,
      measuring: measuring)
  }
}
