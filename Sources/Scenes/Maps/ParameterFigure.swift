import Contours
import Experiments

/// What an optimizer came to over two settings, as one picture.
public struct ParameterFigure: Sendable {
  /// The map, with its axes and its key.
  public let picture: Picture

  /// - Parameters:
  ///   - trials: of all cells, row after row from the lowest.
  ///   - searches: whose trials are marked.
  ///   - groups: trials that have a colour of their own, whatever their loss.
  ///   - marksBest: whether the cell with the lowest loss is marked.
  ///   - lossTitle: what the colours measure, as "f − f*".
  ///   - title: what is to be seen.
  ///   - note: a line below the title.
  public init(
    _ map: ParameterMap, _ trials: [Trial], searches: [TuningSearch] = [],
    groups: [ParameterGroup] = [], marksBest: Bool = false, lossTitle: String, title: String,
    note: String, colors: ThemeColors = .light, measuring: any TextMeasuring
  ) {
    let (across, up) = (map.across, map.up)
    let axes = Plot(
      area: Rect(x: 0, y: 0, width: 1, height: 1), x: across.domain, y: up.domain,
      isLogarithmicX: across.isLogarithmic, isLogarithmicY: up.isLogarithmic)
    let palette = LossColors(trials, ramp: .viridis, colors: colors)
    let border = StabilityBorder(map)
    let best = marksBest ? trials.filter { !$0.isDiverged }.min { $0.loss < $1.loss } : nil
    let rows = Self.rows(
      trials, searches, groups, best: best, hasBorder: !border.lines.isEmpty, colors)
    func key(_ typesetting: Typesetting) -> ParameterKey {
      ParameterKey(
        rows: rows, colors: palette,
        lossTitle: lossTitle + (palette.isCapped ? ", top: or more" : ""),
        typesetting: typesetting)
    }
    let layout = CellMapLayout(
      columns: across.count, rows: up.count, axes: axes, colors: colors, measuring: measuring
    ) { key($0).width }
    let raster = layout.raster(columns: across.count, rows: up.count) { column, row in
      let trial = trials[row * across.count + column]
      return groups.first { $0.contains(trial) }?.color ?? palette.color(trial)
    }
    let frame = AxisFrame(
      plot: layout.plot, typesetting: layout.typesetting, xTitle: across.title, yTitle: up.title)
    picture = Picture(
      size: layout.size, background: colors.paper,
      marks: [raster] + border.marks(on: layout.plot, layout.theme) + frame.marks
        + searches.enumerated().flatMap { i, search in
          Self.marks(of: search, Self.shapes[i % Self.shapes.count], on: layout.plot, layout.theme)
        } + Self.marks(ofBest: best, on: layout.plot, layout.theme)
        + layout.heading(title, note: note) + key(layout.typesetting).marks(in: layout.key))
  }

  private static let shapes: [MarkerShape] = [.square, .circle, .triangle]
  private static let bestShape = MarkerShape.diamond

  private static func rows(
    _ trials: [Trial], _ searches: [TuningSearch], _ groups: [ParameterGroup], best: Trial?,
    hasBorder: Bool, _ colors: ThemeColors
  ) -> [ParameterKey.Row] {
    let lowest = best.map {
      ParameterKey.Row(
        sign: .marker(bestShape), name: "best", detail: NumberLabel.value($0.loss, digits: 3))
    }
    let apart = groups.map { group in
      ParameterKey.Row(
        sign: .swatch(group.color), name: group.name,
        detail: "\(trials.count(where: group.contains)) of \(trials.count)")
    }
    let marked = searches.enumerated().map { i, search in
      ParameterKey.Row(
        sign: .marker(shapes[i % shapes.count]), name: "\(search.name) of \(search.trials.count)",
        detail: "best \(search.best.map { NumberLabel.value($0.loss, digits: 3) } ?? "none")")
    }
    let line = ParameterKey.Row(
      sign: .line(dashes: StabilityBorder.dashes), name: "theory", detail: "border of stability")
    let diverged = trials.count { $0.isDiverged }
    let swatch = ParameterKey.Row(
      sign: .swatch(colors.undefined), name: "diverged",
      detail: "\(diverged) of \(trials.count)")
    return marked + [lowest].compactMap { $0 } + (hasBorder ? [line] : []) + apart
      + (diverged > 0 ? [swatch] : [])
  }

  /// The trials of a search, the best one large.
  private static func marks(
    of search: TuningSearch, _ shape: MarkerShape, on plot: Plot, _ theme: Theme
  ) -> [Mark] {
    let best = search.best
    let others = search.trials.filter { $0 != best }.map { ($0, false) }
    return (others + (best.map { [($0, true)] } ?? [])).compactMap { trial, isBest in
      plot.point(trial.u, trial.v).map { mark(shape, at: $0, theme, isBest: isBest) }
    }
  }

  private static func marks(ofBest best: Trial?, on plot: Plot, _ theme: Theme) -> [Mark] {
    guard let best, let point = plot.point(best.u, best.v) else { return [] }
    return [mark(bestShape, at: point, theme, isBest: true)]
  }

  /// Far from all colours of losses, and from that of what diverged.
  private static let bestColor = Color(0xE8401C)

  /// The marker of a trial; the best of a search is large and red.
  static func mark(
    _ shape: MarkerShape, at point: Point, _ theme: Theme, isBest: Bool
  ) -> Mark {
    let (ink, halo) = (theme.colors.ink, theme.colors.halo)
    return .marker(
      shape, at: point, size: theme.marker * (isBest ? 1.8 : 0.75),
      fill: isBest ? bestColor : halo,
      halo: isBest ? halo : ink)
  }
}

/// Trials of a map that have one colour, whatever their loss.
public struct ParameterGroup: Sendable {
  /// What they have in common, in a few words.
  public let name: String
  let color: Color
  let contains: @Sendable (Trial) -> Bool

  /// - Parameter name: a few words.
  public init(
    _ name: String, color: Color, where contains: @escaping @Sendable (Trial) -> Bool
  ) {
    (self.name, self.color, self.contains) = (name, color, contains)
  }
}

/// Where theory has runs on a quadratic begin to diverge.
struct StabilityBorder {
  /// In the values of the two settings.
  let lines: [[(u: Double, v: Double)]]

  private static let nodes = 97
  static let dashes = [9.0, 6]

  /// None where theory has nothing to say.
  init(_ map: ParameterMap) {
    guard let instability = map.instability() else {
      lines = []
      return
    }
    let grid = Grid(
      x: 0...1, y: 0...1, columns: Self.nodes, rows: Self.nodes, function: instability)
    lines = grid.isolines(at: 0).map { line in
      line.points.map { (map.across.value(at: $0.x), map.up.value(at: $0.y)) }
    }
  }

  /// Dashed, on a rim that lifts it from the cells.
  func marks(on plot: Plot, _ theme: Theme) -> [Mark] {
    let paths = lines.map { $0.compactMap { plot.point($0.u, $0.v) } }.filter { $0.count > 1 }
    let rims = paths.map {
      Mark.polyline($0, Stroke(theme.colors.halo, width: theme.trail * 2.2))
    }
    let dashes = Self.dashes.map { $0 * theme.scale }
    let strokes = paths.map {
      Mark.polyline($0, Stroke(theme.colors.ink, width: theme.trail, dashes: dashes))
    }
    return [.clipped(plot.area, rims + strokes)]
  }
}
