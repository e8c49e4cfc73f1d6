/// The map of contours with the runs' heads in small; with trails where they are few.
struct CloudMapPanel: RacePanel {
  let backdrop: [Mark]
  private let map: Plot
  private let theme: Theme
  private let clouds: [[RacePath]]
  private let heads: RaceHeads

  /// The most runs that leave trails.
  private static let mostTrails = 60

  init(
    clouds: [RaceCloud], ground: RaceGround, contours: ContourBackground, area: Rect,
    theme: Theme, measuring: any TextMeasuring
  ) {
    let map = Plot(area: area, x: ground.x, y: ground.y)
    let frame = AxisFrame(
      plot: map, theme: theme, xTitle: ground.plane.titles?.x, yTitle: ground.plane.titles?.y,
      measuring: measuring)
    self.map = map
    self.theme = theme
    heads = RaceHeads(area: area, theme: Theme(theme.colors, scale: theme.scale / 2))
    self.clouds = clouds.map { $0.entrants.map { RacePath($0, on: map) } }
    backdrop =
      contours.marks(on: map) + frame.marks + ground.landmarks.marks(on: map, theme: theme)
  }

  func trails(after old: Int, through new: Int) -> [Element] {
    guard clouds.reduce(0, { $0 + $1.count }) <= Self.mostTrails else { return [] }
    return clouds.flatMap { $0 }.compactMap { path in
      let color = path.entrant.style.color.mixed(with: theme.colors.halo, 0.4)
      let pen = TrailPen(
        color: color, halo: theme.colors.halo, width: theme.trail * 0.4, rim: 0, area: map.area)
      return pen.element(path.trail.pieces(after: old, through: new, lead: 0))
    }
  }

  func overlay(at clock: Int) -> [Element] {
    clouds.map { paths in
      let elements = paths.map { heads.head($0, at: clock) }.filter { !$0.marks.isEmpty }
      let extent = Rect(around: elements.flatMap { $0.bounds.ends })
      return extent.map { Element(bounds: $0, marks: elements.flatMap(\.marks)) } ?? .empty
    }
  }
}
