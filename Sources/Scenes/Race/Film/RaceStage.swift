import Contours

/// Puts the panels of a race on the page.
struct RaceStage {
  let landscape: Landscape
  let race: Race
  let entrants: [RaceEntrant]
  /// From above to below, at least one.
  let charts: [ChartPlan]
  let style: RaceStyle
  let frame: RaceFrame
  /// The clock value of each frame.
  let clocks: [Int]

  var levels: Levels { landscape.levels(style.contours) }

  func bar(_ levels: Levels) -> ColorBar {
    ColorBar(levels: levels, style: style.contours, typesetting: frame.typesetting)
  }

  /// Panels later in the list lie above earlier ones.
  var panels: [any RacePanel] {
    switch style.layout {
    case .standard: standard
    case .grid: grid
    case .figure: figure
    }
  }

  func footer(_ arrows: ArrowScale, above legend: LegendColumns? = nil) -> RaceFooter {
    let keys = RaceOverlay.notes(of: style.overlays, arrows, on: landscape.plane)
    return RaceFooter(
      landscape: landscape, race: race, words: style.words, notes: style.notes, keys: keys,
      above: legend, frame: frame)
  }

  private var standard: [any RacePanel] {
    let levels = levels
    let bar = bar(levels)
    let layout = RaceLayout(race, charts[0].axis, frame: frame, barWidth: bar.width)
    let arrows = arrows(in: layout.map)
    let map = map(
      entrants, over: contours(levels, layout.map), in: layout.map, frame.typesetting,
      arrows: arrows)
    let legend = LegendPanel(
      paths: map.paths, axis: race.axis,
      layout: LegendLayout(area: layout.legend, count: entrants.count, frame.typesetting))
    return [map, StillPanel(backdrop: bar.marks(beside: layout.map))]
      + charts(charts[...], in: layout.chart)
      + [legend, footer(arrows, above: legend.columns), notes(on: [map], in: layout.map)]
  }

  private var figure: [any RacePanel] {
    let levels = levels
    let bar = bar(levels)
    let landmarks = MapKey(
      landscape: landscape, race: race, typesetting: frame.typesetting)
    let margin = 16 * frame.theme.scale
    let key = FigureKey(
      entrants, style.words.hasNoFooter ? [] : landmarks.items,
      note: style.footer.flatMap { $0.isEmpty ? nil : $0 } ?? landscape.note,
      width: frame.size.rect.width - 2 * margin, frame.typesetting)
    let heading = figureHeading
    let layout = FigureLayout(
      race, key: key.height, frame: frame, barWidth: bar.width,
      hasHeading: !heading.isEmpty)
    let map = map(
      entrants, over: contours(levels, layout.map), in: layout.map, frame.typesetting,
      arrows: arrows(in: layout.map))
    let still = bar.marks(beside: layout.map) + key.marks(at: Point(margin, layout.keyTop))
    return [map, StillPanel(backdrop: heading + still), notes(on: [map], in: layout.map)]
  }

  /// A figure has the headline that somebody chose, and no other.
  private var figureHeading: [Mark] {
    style.headline == nil && style.subtitle == nil
      ? [] : style.words.heading(landscape.title, [], frame)
  }

  /// What is said at moments, on the maps.
  func notes(on maps: [MapPanel], in area: Rect) -> NotePanel {
    NotePanel(style.timedNotes, clock: style.clock, maps: maps, area: area, frame.typesetting)
  }

  func arrows(in map: Rect) -> ArrowScale {
    ArrowScale(entrants.flatMap(\.runs), on: race.map(in: map))
  }

  func contours(_ levels: Levels, _ area: Rect) -> ContourBackground {
    landscape.contours(at: levels, in: area, style.contours)
  }

  func map(
    _ entrants: [RaceEntrant], over contours: ContourBackground, in area: Rect,
    _ typesetting: Typesetting,
    arrows: ArrowScale
  ) -> MapPanel {
    MapPanel(
      landscape: landscape, entrants: entrants, contours: contours, area: area, style: style,
      typesetting, arrows: arrows, clocks: clocks)
  }
}

/// What does not change during a race.
struct StillPanel: RacePanel {
  let backdrop: [Mark]
}
