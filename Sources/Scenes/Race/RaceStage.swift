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

  private var levels: Levels { ground.levels(style.contours) }

  private func bar(_ levels: Levels) -> ColorBar {
    ColorBar(levels: levels, style: style.contours, theme: frame.theme, measuring: measuring)
  }

  /// Panels later in the list lie above earlier ones.
  var panels: [any RacePanel] {
    switch style.layout {
    case .standard: standard
    case .grid: grid
    case .figure: figure
    }
  }

  private func footer(_ arrows: ArrowScale, above legend: LegendColumns? = nil) -> RaceFooter {
    let keys = RaceOverlay.notes(of: style.overlays, arrows)
    return RaceFooter(
      ground: ground, race: race, notes: style.notes, keys: keys, above: legend, frame: frame,
      measuring: measuring)
  }

  private var standard: [any RacePanel] {
    let levels = levels
    let bar = bar(levels)
    let layout = RaceLayout(race, frame: frame, barWidth: bar.width, measuring: measuring)
    let arrows = ArrowScale(entrants, on: race.map(in: layout.map))
    let map = map(
      entrants, over: contours(levels, layout.map), in: layout.map, theme: frame.theme,
      arrows: arrows)
    let legend = LegendPanel(
      paths: map.paths, map: layout.map,
      layout: LegendLayout(area: layout.legend, count: entrants.count, theme: frame.theme),
      measuring: measuring)
    return [map, StillPanel(backdrop: bar.marks(beside: layout.map))]
      + charts(in: layout.chart) + [legend, footer(arrows, above: legend.columns)]
  }

  /// The errors, and the rates below them where they are wanted.
  private func charts(in area: Rect) -> [ChartPanel] {
    guard style.overlays.contains(.rate) else {
      return [
        .errors(race, entrants, area: area, theme: frame.theme, measuring: measuring)
      ]
    }
    let gap = AxisFrame.bottomMargin(theme: frame.theme, hasTitle: false) + 10 * frame.theme.scale
    let height = (0.64 * (area.height - gap)).rounded(.down)
    let upper = Rect(x: area.x, y: area.y, width: area.width, height: height)
    let top = (upper.maxY + gap).rounded()
    let lower = Rect(x: area.x, y: top, width: area.width, height: area.maxY - top)
    return [
      .errors(
        race, entrants, area: upper, theme: frame.theme, hasClockTitle: false,
        measuring: measuring),
      .rates(race, entrants, area: lower, theme: frame.theme, measuring: measuring),
    ]
  }

  private var grid: [any RacePanel] {
    let levels = levels
    let bar = bar(levels)
    let rates = style.overlays.contains(.rate) ? RateAxis(entrants.flatMap(\.rates)) : nil
    let layout = GridLayout(
      count: entrants.count + (rates == nil ? 0 : 1), race: race, rates: rates, frame: frame,
      barWidth: bar.width, measuring: measuring)
    // The maps are of one size, and show the same ground.
    let contours = contours(levels, layout.map(0))
    let arrows = ArrowScale(entrants, on: race.map(in: layout.map(0)))
    let maps = entrants.enumerated().flatMap { i, entrant -> [any RacePanel] in
      let map = map(
        [entrant], over: contours, in: layout.map(i), theme: layout.theme, arrows: arrows)
      let caption = CaptionPanel(
        path: map.paths[0], map: layout.map(i), area: layout.caption(i), theme: layout.theme,
        measuring: measuring)
      return [map, caption]
    }
    return maps + (rates == nil ? [] : smallRates(layout)) + [
      StillPanel(backdrop: bar.marks(beside: layout.maps)), footer(arrows),
    ]
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
        race, entrants, area: layout.map(place), theme: layout.theme, hasTitles: false,
        measuring: measuring), StillPanel(backdrop: [title]),
    ]
  }

  private var figure: [any RacePanel] {
    let levels = levels
    let bar = bar(levels)
    let landmarks = MapKey(ground: ground, race: race, theme: frame.theme, measuring: measuring)
    let margin = 16 * frame.theme.scale
    let key = FigureKey(
      entrants, landmarks.items, note: ground.plane.note, width: frame.size.rect.width - 2 * margin,
      theme: frame.theme,
      measuring: measuring)
    let layout = FigureLayout(
      race, key: key.height, frame: frame, barWidth: bar.width, measuring: measuring)
    let map = map(
      entrants, over: contours(levels, layout.map), in: layout.map, theme: frame.theme,
      arrows: ArrowScale(entrants, on: race.map(in: layout.map)))
    let still = bar.marks(beside: layout.map) + key.marks(at: Point(margin, layout.keyTop))
    return [map, StillPanel(backdrop: still)]
  }

  private func contours(_ levels: Levels, _ area: Rect) -> ContourBackground {
    ground.contours(at: levels, in: area, style.contours)
  }

  private func map(
    _ entrants: [RaceEntrant], over contours: ContourBackground, in area: Rect, theme: Theme,
    arrows: ArrowScale
  ) -> MapPanel {
    MapPanel(
      ground: ground, entrants: entrants, contours: contours, area: area, style: style,
      theme: theme, arrows: arrows, clocks: clocks, measuring: measuring)
  }
}

/// What does not change during a race.
struct StillPanel: RacePanel {
  let backdrop: [Mark]
}
