import Contours
import Experiments

extension RaceFilm {
  /// A race on one page: the map at six moments, with one key.
  ///
  /// - Parameters:
  ///   - groups: the runs of each entrant.
  ///   - style: its layout and title slide do not matter.
  public static func sheet(
    groups: [[Trajectory]], on landscape: Landscape, style: RaceStyle = RaceStyle(),
    measuring: any TextMeasuring
  ) -> Picture {
    var style = style
    (style.layout, style.titleSlide, style.hasHeadLabels) = (.grid, nil, false)
    return RaceStage(groups, on: landscape, style: style, measuring: measuring).sheet
  }
}

// Maps of several moments.
extension RaceStage {
  private static let most = 6

  /// From the start to the end, closer together at first, when most happens.
  var moments: [Int] {
    let most = Self.most - 1
    let clocks = (0...most).map { race.last * $0 * $0 / (most * most) }
    return Set(clocks).sorted()
  }

  fileprivate var sheet: Picture {
    let key = shortKey(arrows(in: frame.size.rect))
    var page = frame
    page.footerHeight = key.height + 6 * frame.theme.scale
    let layout = GridLayout(
      count: moments.count, race: race, axis: charts[0].axis, frame: page, barWidth: 0)
    let contours = contours(levels, layout.map(0))
    let maps = moments.enumerated().flatMap { i, clock in
      map(at: clock, in: layout.map(i), caption: layout.caption(i), contours, layout)
    }
    let bottom = frame.size.rect.maxY - key.height - 12 * frame.theme.scale
    return Picture(
      size: frame.size, background: style.colors.paper,
      marks: hallHeadline.backdrop + maps + key.marks(at: Point(frame.footer.x, bottom)))
  }

  private func map(
    at clock: Int, in area: Rect, caption: Rect, _ contours: ContourBackground,
    _ layout: GridLayout
  ) -> [Mark] {
    let panel = MapPanel(
      landscape: landscape, entrants: entrants, contours: contours, area: area, style: style,
      layout.typesetting, arrows: arrows(in: area), clocks: [clock])
    let moving = panel.still(at: clock) + panel.overlay(at: clock)
    let label = Mark.text(
      race.time.text(clock),
      at: Point(caption.x, caption.maxY - 13 * layout.theme.scale),
      layout.theme.label.aligned(.leading))
    return panel.backdrop + moving.flatMap(\.marks) + [label]
  }
}
