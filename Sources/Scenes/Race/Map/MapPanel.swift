import Contours

/// The map of contours with the entrants' ways over it.
struct MapPanel: RacePanel {
  let map: Plot
  let backdrop: [Mark]
  let paths: [EntrantPaths]
  private let theme: Theme
  private let labels: HeadLabels
  private let overlays: MapOverlays
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
    let places = landscape.landmarks.marks(on: map, theme: theme)
    let starts = Set(paths.compactMap(\.start)).filter(area.contains).sorted {
      ($0.x, $0.y) < ($1.x, $1.y)
    }
    let dots = starts.map { Landmarks.start(at: $0, theme) }
    let titles = Self.titles(landscape, style.layout)
    let frame = AxisFrame(
      plot: map, typesetting: typesetting, xTitle: titles?.x, yTitle: titles?.y)
    self.map = map
    self.paths = paths
    self.theme = theme
    backdrop =
      contours.marks(on: map) + Self.curve(landscape, on: map, theme) + frame.marks + places + dots
    let overlays = MapOverlays(
      style.overlays, map: map, paths: paths.map(\.paths), arrows: arrows, theme: theme)
    labels = HeadLabels(
      alone, heads: RaceHeads(area: area, theme: theme), clocks: clocks,
      hasNames: style.hasHeadLabels && paths.count > 1 && style.layout != .figure,
      keepingOff: overlays.arrowBounds, measuring: typesetting.measuring)
    self.overlays = overlays
    hasTails = style.overlays.contains(.tails)
  }

  /// Two variables need no names on a screen, unless they have their own; small maps have no room
  /// for any.
  private static func titles(
    _ landscape: Landscape, _ layout: RaceStyle.Layout
  ) -> (x: String, y: String)? {
    switch layout {
    case .standard: landscape.plane.titles
    case .grid: nil
    case .figure: landscape.plane.axisTitles
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
    let shown = runCount > RunWeight.mostTrails ? paths.filter { $0.paths.count == 1 } : paths
    return shown.flatMap(\.paths).compactMap { path in
      let pen = path.weight.pen(path.run.style.color, theme, isRest: hasTails, in: map.area)
      return pen.element(path.trail.pieces(after: old, through: new, lead: pen.lead))
    }
  }

  private var runCount: Int { paths.reduce(0) { $0 + $1.paths.count } }

  func overlay(at clock: Int) -> [Element] {
    overlays.elements(at: clock) + labels.elements(at: clock)
      + paths.map { .joined($0.paths.map { head($0, at: clock) }) }
  }

  private func head(_ path: RacePath, at clock: Int) -> Element {
    RaceHeads(area: map.area, theme: path.weight.theme(theme)).head(path, at: clock)
  }
}
