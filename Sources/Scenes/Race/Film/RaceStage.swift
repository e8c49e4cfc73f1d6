import Contours
import Experiments

/// Puts the panels of a race on the page.
struct RaceStage {
  let landscape: Landscape
  let race: Race
  let entrants: [RaceEntrant]
  /// From above to below, at least one.
  let charts: [ChartPlan]
  let style: RaceStyle
  let frame: RaceFrame
  let timeline: RaceTimeline
  /// The clock value of each frame.
  let clocks: [Int]

  /// - Parameter groups: the runs of each entrant; one without runs takes no part.
  init(
    _ groups: [[Trajectory]], on landscape: Landscape, style: RaceStyle,
    measuring: any TextMeasuring
  ) {
    let groups = groups.filter { !$0.isEmpty }
    let trajectories = groups.flatMap { $0 }
    self.landscape = landscape.seen(through: style.window, style.aspect, by: trajectories)
    race = Race(trajectories, on: self.landscape, clock: style.clock, count: groups.count)
    let timeline = RaceTimeline(
      last: race.last, frameLimit: style.frameLimit, isFull: style.hasAllFrames,
      hasTitle: style.titleSlide != nil,
      stops: Set(style.timedNotes.map { style.clock.reading($0.amount) }))
    self.timeline = timeline
    frame = RaceFrame(
      size: style.size, typesetting: Typesetting(style.theme, measuring),
      hasSubtitle: style.subtitle != nil)
    entrants = RaceEntrant.list(
      groups, on: landscape.plane, until: race.last, style: style)
    charts = ChartPlan.list(groups, race, on: self.landscape, style: style)
    self.style = style
    clocks =
      ((0..<timeline.frameCount).map(timeline.clock) + [style.stillClock].compactMap { $0 })
      .sorted()
  }

  var levels: Levels { landscape.levels(style.contours) }

  func bar(_ levels: Levels) -> ColorBar {
    ColorBar(levels: levels, style: style.contours, typesetting: frame.typesetting)
  }

  /// Panels later in the list lie above earlier ones.
  var panels: [any RacePanel] {
    switch style.layout {
    case .standard: frame.theme.isForHalls ? hall : standard
    case .grid: grid
    case .figure: figure
    }
  }

  func footer(_ arrows: ArrowScale, above legend: LegendColumns? = nil) -> RaceFooter {
    RaceFooter(
      landscape: landscape, race: race, words: style.words, notes: style.notes,
      keys: overlayKeys(arrows), above: legend, frame: frame)
  }

  /// What overlays mean, each in a few words.
  func overlayKeys(_ arrows: ArrowScale) -> [String] {
    RaceOverlay.notes(of: style.overlays, arrows, on: landscape.plane)
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
      paths: map.paths, axis: race.axis, slice: slice,
      layout: LegendLayout(area: layout.legend, count: entrants.count, frame.typesetting))
    return [map, StillPanel(backdrop: bar.marks(beside: layout.map))]
      + charts(charts[...], in: layout.chart)
      + [legend, footer(arrows, above: legend.columns), notes(on: [map], in: layout.map)]
  }

  private var figure: [any RacePanel] {
    let levels = levels
    let heading = figureHeading
    let plan = figurePlan(bar(levels), hasHeading: !heading.isEmpty)
    let (layout, arrows) = (plan.layout, arrows(in: frame.size.rect))
    let map = map(
      entrants, over: contours(levels, layout.map), in: layout.map, frame.typesetting,
      arrows: arrows)
    let bar = plan.bar?.marks(beside: layout.map) ?? []
    let key = plan.key.marks(at: Point(figureMargin, layout.keyTop))
    return [
      map, StillPanel(backdrop: heading + bar + key), notes(on: [map], in: layout.map),
    ]
  }

  /// A figure has the headline that somebody chose, and no other.
  private var figureHeading: [Mark] {
    style.headline == nil && style.subtitle == nil
      ? [] : style.words.heading(landscape.title, [], frame)
  }

  private var figureMargin: Double { 16 * frame.theme.scale }

  /// The map comes first: where its shorter side would be less than half of the page's, the key is
  /// shortened to the names, and then the bar is left out.
  ///
  /// The scale of arrows, which the key tells, depends on the size of the map, and that on the key:
  /// it is that of a map as large as the page.
  private func figurePlan(
    _ bar: ColorBar, hasHeading: Bool
  ) -> (layout: FigureLayout, key: FigureKey, bar: ColorBar?) {
    let landmarks = MapKey(landscape: landscape, race: race, typesetting: frame.typesetting).items
    let overlays = overlayKeys(arrows(in: frame.size.rect))
    let choices =
      (style.words.hasNoFooter
        ? [] : [(landmarks, overlays, figureNote), (landmarks, overlays, nil)])
      + [([], overlays, nil), ([], [], nil)]
    let keys = choices.map { landmarks, overlays, note in
      FigureKey(
        entrants, landmarks, overlays: overlays, note: note,
        width: frame.size.rect.width - 2 * figureMargin, frame.typesetting)
    }
    let plans = (keys.map { ($0, Optional(bar)) } + [(keys[keys.count - 1], nil)]).map { key, bar in
      let layout = FigureLayout(
        race, key: key.height, frame: frame, barWidth: bar?.width ?? 0, hasHeading: hasHeading)
      return (layout: layout, key: key, bar: bar)
    }
    let least = frame.size.rect.shorterSide / 2
    return plans.first { $0.layout.map.shorterSide >= least } ?? plans[plans.count - 1]
  }

  private var figureNote: String? {
    if let footer = style.footer { return footer }
    let notes = landscape.notes + [slice?.note(of: entrants)].compactMap { $0 }
    return notes.isEmpty ? nil : notes.joined(separator: " · ")
  }

  /// What is said at moments, on the maps.
  func notes(on maps: [MapPanel], in area: Rect) -> NotePanel {
    NotePanel(style.timedNotes, clock: style.clock, maps: maps, area: area, frame.typesetting)
  }

  /// Nil where the map is no slice.
  private var slice: RaceSlice? {
    RaceSlice(landscape, for: Set(clocks).count * entrants.reduce(0) { $0 + $1.runs.count })
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
