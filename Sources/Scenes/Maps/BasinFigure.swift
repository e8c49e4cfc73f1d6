import Contours
import Experiments

/// Where an optimizer ends from each start of a map, as one picture.
public struct BasinFigure: Sendable {
  /// The map, with its axes and its key.
  public let picture: Picture

  /// - Parameters:
  ///   - axisTitles: the variables' names.
  ///   - title: what is to be seen.
  ///   - note: a line below the title.
  public init(
    _ basins: Basins, axisTitles: (x: String, y: String), title: String, note: String,
    colors: ThemeColors = .light, measuring: any TextMeasuring
  ) {
    let map = basins.map
    let axes = Plot(area: Rect(x: 0, y: 0, width: 1, height: 1), x: map.x, y: map.y)
    let palette = BasinColors(basins)
    let layout = CellMapLayout(
      columns: map.columns, rows: map.rows, axes: axes, colors: colors, measuring: measuring
    ) { BasinKey(basins, palette, $0).width }
    let raster = layout.raster(columns: map.columns, rows: map.rows) { column, row in
      let cell = basins.cells[row * map.columns + column]
      return palette.color(end: cell.end, steps: cell.steps)
    }
    let frame = AxisFrame(
      plot: layout.plot, typesetting: layout.typesetting, xTitle: axisTitles.x,
      yTitle: axisTitles.y)
    picture = Picture(
      size: layout.size, background: colors.paper,
      marks: [raster] + frame.marks + Self.places(basins, on: layout.plot, layout.theme)
        + layout.heading(title, note: note)
        + BasinKey(basins, palette, layout.typesetting).marks(in: layout.key))
  }

  /// The ends within the window, the first ones above.
  private static func places(_ basins: Basins, on plot: Plot, _ theme: Theme) -> [Mark] {
    basins.ends.reversed().compactMap { end in
      guard let point = plot.point(end.point[0], end.point[1]), plot.area.contains(point)
      else { return nil }
      return end.landmark.mark(at: point, theme)
    }
  }
}

extension Basins.End {
  /// How it is marked.
  var landmark: LandmarkKind {
    switch kind {
    case .minimum, .notStationary, .kink: .minimum
    case .localMinimum: .localMinimum
    case .maximum: .maximum
    case .saddle, .degenerate, .undefined: .saddle
    }
  }
}
