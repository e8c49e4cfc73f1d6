import Contours

/// The map of contours with the entrants' ways over it.
struct MapPanel: RacePanel {
  let map: Plot
  let backdrop: [Mark]
  let paths: [EntrantPaths]
  private let theme: Theme
  private let labels: HeadLabels
  /// Places of note, and starts.
  private let spots: [Landmarks.Spot]
  /// The heads of entrants with one run.
  private let heads: HeadPlaces
  private let overlays: MapOverlays
  /// The trails of entrants with one run; nil where any has several, whose trails have no rims.
  private let stack: TrailStack?
  /// Whether the trails are only what tails leave behind.
  private let hasTails: Bool

  init(
    landscape: Landscape, entrants: [RaceEntrant], contours: ContourBackground, area: Rect,
    style: RaceStyle, _ typesetting: Typesetting, arrows: ArrowScale, clocks: [Int]
  ) {
    let theme = typesetting.theme
    let map = Plot(area: area, x: landscape.x, y: landscape.y)
    let paths = entrants.map { EntrantPaths($0, on: map) }
    let alone = paths.filter { !$0.entrant.hasSeveralRuns }.flatMap(\.paths)
    let starts = Set(paths.compactMap(\.start)).filter(area.contains).sorted {
      ($0.x, $0.y) < ($1.x, $1.y)
    }
    let spots =
      landscape.landmarks.spots(on: map)
      + starts.map { Landmarks.Spot(kind: .start, place: $0) }
    let titles = Self.titles(landscape, style.layout)
    let frame = AxisFrame(
      plot: map, typesetting: typesetting, xTitle: titles?.x, yTitle: titles?.y,
      hasGrid: landscape.curve != nil)
    self.map = map
    self.paths = paths
    self.theme = theme
    let ground =
      contours.marks(on: map) + frame.grid + Self.curve(landscape, on: map, theme)
    backdrop = ground + frame.marks
    let overlays = MapOverlays(
      style.overlays, map: map, paths: paths.map(\.paths), arrows: arrows, theme: theme)
    let heads = HeadPlaces(
      alone, heads: RaceHeads(area: area, theme: theme), keepingOff: spots)
    self.spots = spots
    self.heads = heads
    labels = HeadLabels(
      heads, clocks: clocks,
      hasNames: style.hasHeadLabels && paths.count > 1 && style.layout != .figure,
      fixed: spots.map { Rect(around: $0.place, reach: $0.reach(theme)) },
      keepingOff: overlays.arrowBounds, measuring: typesetting.measuring)
    self.overlays = overlays
    let hasTails = style.overlays.contains(.tails)
    self.hasTails = hasTails
    stack =
      alone.count < entrants.reduce(0) { $0 + $1.runs.count }
      ? nil
      : TrailStack(
        backdrop: ground + [frame.edge],
        trails: alone.map {
          ($0.trail, $0.weight.pen($0.run.style.color, theme, isRest: hasTails, in: area))
        })
  }

  /// Small maps have no room for any.
  private static func titles(
    _ landscape: Landscape, _ layout: RaceStyle.Layout
  ) -> (x: String, y: String)? {
    switch layout {
    case .standard, .figure: landscape.plane.axisTitles
    case .grid: nil
    }
  }

  /// The graph of a function of one variable, a point a pixel.
  private static func curve(_ landscape: Landscape, on map: Plot, _ theme: Theme) -> [Mark] {
    guard let curve = landscape.curve else { return [] }
    let line = (0...max(0, Int(clamping: map.area.width))).map { pixel in
      let x = map.x.value(at: map.area.x + Double(pixel))
      return (point: map.point(x, curve(x)), clock: 0)
    }
    let stroke = Stroke(theme.colors.ink, width: 1.5 * theme.scale)
    return Trail(line, within: map.area, spacing: 0).runs.map {
      .polyline($0.map(\.point), stroke)
    }
  }

  func trails(after old: Int, through new: Int) -> [Element] {
    if let stack { return stack.elements(after: old, through: new) }
    let shown = runCount > RunWeight.mostTrails ? paths.filter { $0.paths.count == 1 } : paths
    return shown.flatMap(\.paths).compactMap { path in
      let pen = path.weight.pen(path.run.style.color, theme, isRest: hasTails, in: map.area)
      return pen.element(path.trail.pieces(after: old, through: new, lead: pen.lead))
    }
  }

  func still(at clock: Int) -> [Element] {
    stack?.still(at: clock) ?? trails(after: -1, through: clock)
  }

  private var runCount: Int { paths.reduce(0) { $0 + $1.paths.count } }

  func overlay(at clock: Int) -> [Element] {
    let places = heads.places(at: clock)
    return overlays.elements(at: clock, areArrows: false)
      + several.map { .joined($0.paths.map { small($0, at: clock) }) }
      + heads.lines(from: places, at: clock)
      + spots.map { $0.element(theme, isCovered: heads.cover($0, at: places)) }
      + labels.elements(beside: places, at: clock) + heads.heads(at: places, clock: clock)
      + overlays.elements(at: clock, areArrows: true)
  }

  /// Overlays that show nothing at any moment.
  var emptyOverlays: [RaceOverlay] { overlays.empty }

  func seenOverlays(at clock: Int) -> Int { overlays.seenCount(at: clock) }

  /// Where heads and places of note are.
  func spots(at clock: Int) -> [Point] {
    heads.places(at: clock).compactMap { $0 } + spots.map(\.place)
  }

  /// Entrants with several runs, whose heads are drawn in small.
  private var several: [EntrantPaths] { paths.filter(\.entrant.hasSeveralRuns) }

  private func small(_ path: RacePath, at clock: Int) -> Element {
    RaceHeads(area: map.area, theme: path.weight.theme(theme)).head(path, at: clock)
  }
}
