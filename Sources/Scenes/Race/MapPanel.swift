/// The map of contours with the entrants' ways over it.
struct MapPanel: RacePanel {
  let map: Plot
  let backdrop: [Mark]
  let paths: [RacePath]
  private let theme: Theme
  private let heads: RaceHeads
  private let labels: HeadLabels

  init(
    ground: RaceGround, entrants: [RaceEntrant], contours: ContourBackground, area: Rect,
    style: RaceStyle, theme: Theme, clocks: [Int], measuring: any TextMeasuring
  ) {
    let map = Plot(area: area, x: ground.x, y: ground.y)
    let paths = entrants.map { RacePath($0, on: map) }
    let places = ground.landmarks.marks(on: map, theme: theme)
    let starts = Set(paths.compactMap { $0.places.first ?? nil }).filter(area.contains).sorted {
      ($0.x, $0.y) < ($1.x, $1.y)
    }
    let dots = starts.map { Landmarks.start(at: $0, theme) }
    let frame = AxisFrame(plot: map, theme: theme, measuring: measuring)
    self.map = map
    self.paths = paths
    self.theme = theme
    backdrop = contours.marks(on: map) + frame.marks + places + dots
    heads = RaceHeads(area: area, theme: theme)
    labels = HeadLabels(
      paths, heads: heads, clocks: clocks, hasNames: style.hasHeadLabels && paths.count > 1,
      measuring: measuring)
  }

  func trails(after old: Int, through new: Int) -> [Element] {
    paths.compactMap { path in
      let pen = TrailPen(
        color: path.entrant.style.color, halo: theme.colors.halo, width: theme.trail,
        rim: theme.rim, area: map.area)
      return pen.element(path.trail.pieces(after: old, through: new, lead: pen.lead))
    }
  }

  func overlay(at clock: Int) -> [Element] {
    labels.elements(at: clock) + paths.map { heads.head($0, at: clock) }
  }
}
