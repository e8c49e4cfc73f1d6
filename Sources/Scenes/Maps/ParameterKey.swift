import Experiments

/// What is marked on a parameter map, and what its colours mean.
struct ParameterKey {
  /// Something that is marked, and a line or two on it.
  struct Row {
    enum Sign { case marker(MarkerShape), line(dashes: [Double]), swatch(Color) }
    let sign: Sign
    let name: String
    let detail: String
  }

  let rows: [Row]
  let colors: LossColors
  let lossTitle: String
  let typesetting: Typesetting

  private var theme: Theme { typesetting.theme }
  private var measuring: any TextMeasuring { typesetting.measuring }
  private var rowHeight: Double { 40 * theme.scale }
  private var textLeft: Double { 34 * theme.scale }
  private var name: TextStyle { theme.name.aligned(.leading) }
  private var detail: TextStyle { theme.label.colored(theme.colors.muted).aligned(.leading) }
  private var thickness: Double { (16 * theme.scale).rounded() }

  var width: Double {
    let names = rows.map { measuring.width(of: $0.name, in: name) }
    let details = rows.map { measuring.width(of: $0.detail, in: detail) }
    let widest = textLeft + ((names + details).max() ?? 0)
    return max(widest, measuring.width(of: lossTitle, in: name), 90 * theme.scale)
  }

  /// The rows above, the colour bar in the rest of the height.
  func marks(in area: Rect) -> [Mark] {
    let top = area.y + Double(rows.count) * rowHeight
    let bar = Rect(
      x: area.x, y: (top + 24 * theme.scale).rounded(), width: thickness,
      height: max(40 * theme.scale, area.maxY - top - 24 * theme.scale))
    let title = Mark.text(lossTitle, at: Point(area.x, top + 8 * theme.scale), name)
    let signs = rows.enumerated().flatMap { i, row in
      marks(of: row, at: Point(area.x, area.y + Double(i) * rowHeight))
    }
    return signs + [title] + bands(bar) + labels(bar)
  }

  private func marks(of row: Row, at corner: Point) -> [Mark] {
    let middle = Point(corner.x + 12 * theme.scale, corner.y + 8 * theme.scale)
    let sign: Mark
    switch row.sign {
    case .marker(let shape): sign = ParameterFigure.mark(shape, at: middle, theme, isBest: true)
    case .line(let dashes):
      let ends = [-11.0, 11].map { Point(middle.x + $0 * theme.scale, middle.y) }
      sign = .polyline(ends, Stroke(theme.colors.ink, width: theme.trail, dashes: dashes))
    case .swatch(let color):
      let area = Rect(around: middle, reach: 9 * theme.scale)
      sign = .rectangle(area, fill: color, stroke: Stroke(theme.colors.frame))
    }
    let left = corner.x + textLeft
    return [
      sign, .text(row.name, at: Point(left, corner.y + 8 * theme.scale), name),
      .text(row.detail, at: Point(left, corner.y + 24 * theme.scale), detail),
    ]
  }

  private func bands(_ bar: Rect) -> [Mark] {
    let count = LossColors.shades
    let part = bar.height / Double(count)
    let bands = (0..<count).map { i in
      Mark.rectangle(
        Rect(
          x: bar.x, y: bar.maxY - Double(i + 1) * part, width: bar.width, height: part + 0.5),
        fill: colors.shade(Double(i)), stroke: nil)
    }
    let cover = Rect(x: bar.x, y: bar.maxY, width: bar.width, height: 1)
    return bands + [
      .rectangle(cover, fill: theme.colors.paper, stroke: nil),
      .rectangle(bar, fill: nil, stroke: Stroke(theme.colors.frame)),
    ]
  }

  private func labels(_ bar: Rect) -> [Mark] {
    let scale = Scale(
      colors.scale.domain, from: bar.maxY, to: bar.y, isLogarithmic: colors.scale.isLogarithmic)
    let target = max(2, Int(clamping: bar.height / (50 * theme.scale)))
    let style = theme.tick.aligned(.leading)
    return Tick.ticks(for: scale, target: target).flatMap { tick -> [Mark] in
      guard let label = tick.label, let y = scale.position(of: tick.value) else { return [] }
      let ends = [bar.maxX, bar.maxX + 4 * theme.scale].map { Point($0, y) }
      return [
        .polyline(ends, Stroke(theme.colors.frame)),
        .text(label, at: Point(bar.maxX + 8 * theme.scale, y), style),
      ]
    }
  }
}
