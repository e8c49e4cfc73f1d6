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
      hasTitle: style.titleSlide != nil)
    self.timeline = timeline
    frame = RaceFrame(size: style.size, typesetting: Typesetting(style.theme, measuring))
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
      landscape: landscape, race: race, notes: style.notes, keys: overlayKeys(arrows),
      above: legend, frame: frame)
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
      paths: map.paths, axis: race.axis,
      layout: LegendLayout(area: layout.legend, count: entrants.count, frame.typesetting))
    return [map, StillPanel(backdrop: bar.marks(beside: layout.map))]
      + charts(charts[...], in: layout.chart) + [legend, footer(arrows, above: legend.columns)]
  }

  /// The scale of arrows depends on the size of the map, and that on the room for their key: the
  /// factor is that of a map as large as the page.
  private var figure: [any RacePanel] {
    let levels = levels
    let bar = bar(levels)
    let margin = 16 * frame.theme.scale
    let arrows = arrows(in: frame.size.rect)
    let key = figureKey(arrows, width: frame.size.rect.width - 2 * margin)
    let layout = FigureLayout(
      race, key: key.height, frame: frame, barWidth: bar.width)
    let map = map(
      entrants, over: contours(levels, layout.map), in: layout.map, frame.typesetting,
      arrows: arrows)
    let still = bar.marks(beside: layout.map) + key.marks(at: Point(margin, layout.keyTop))
    return [map, StillPanel(backdrop: still)]
  }

  /// Names, and what else is to be explained as far as it takes no more than a quarter of the page:
  /// the map comes first.
  private func figureKey(_ arrows: ArrowScale, width: Double) -> FigureKey {
    let landmarks = MapKey(landscape: landscape, race: race, typesetting: frame.typesetting).items
    let (overlays, note) = (overlayKeys(arrows), landscape.note)
    let choices = [
      (landmarks, overlays, note), (landmarks, overlays, nil), ([], overlays, nil), ([], [], nil),
    ]
    let keys = choices.map { landmarks, overlays, note in
      FigureKey(
        entrants, landmarks, overlays: overlays, note: note, width: width, frame.typesetting)
    }
    let room = Double(frame.size.height) / 4
    return keys.first { $0.height <= room } ?? keys[keys.count - 1]
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
