import Contours

/// The plot's place, and labels beside it at the ends of the curves.
struct ExcessLayout {
  let plot: Plot
  private let size: PixelSize
  private let typesetting: Typesetting
  private let labelRoom: Double

  private var theme: Theme { typesetting.theme }
  private var measuring: any TextMeasuring { typesetting.measuring }
  private var gap: Double { 26 * theme.scale }
  private var margin: Double { 14 * theme.scale }

  init(
    size: PixelSize, typesetting: Typesetting, curves: [ExcessCurve], axis: ValueAxis,
    isLogarithmicX: Bool
  ) {
    self.size = size
    self.typesetting = typesetting
    let (theme, measuring) = (typesetting.theme, typesetting.measuring)
    let page = size.rect.grown(by: -14 * theme.scale)
    let widest = curves.map { measuring.width(of: $0.label, in: theme.label) }.max() ?? 0
    let labelRoom = min(widest, page.width * 0.3)
    self.labelRoom = labelRoom
    let first = Double(curves.compactMap(\.abscissas.first).min() ?? 0)
    let last = Double(curves.compactMap(\.abscissas.last).max() ?? 1)
    let x = ClosedRange(between: isLogarithmicX ? max(first, 1) : first, max(last, first + 1))
    func placed(from left: Double) -> Plot {
      let top = page.y + 48 * theme.scale
      let bottom = page.maxY - typesetting.bottomMargin(hasTitle: true)
      let area = Rect(
        x: left.rounded(), y: top.rounded(),
        width: page.maxX - labelRoom - 44 * theme.scale - left, height: bottom - top)
      return Plot(
        area: area, x: x, y: axis.domain, isLogarithmicX: isLogarithmicX,
        isLogarithmicY: axis.isLogarithmic, zeroLabel: axis.zeroLabel)
    }
    let draft = placed(from: page.x)
    self.plot = placed(from: page.x + typesetting.leftMargin(of: [draft], hasTitle: true))
  }

  /// Title, and a note below it.
  func heading(_ title: String, note: String?) -> [Mark] {
    let room = Double(size.width) - plot.area.x - margin
    let headline = theme.headline.sized(18 * theme.scale)
    let text = measuring.fit(title, in: headline, width: room)
    let below = measuring.fit(note ?? "", in: theme.detail, width: room)
    return [
      .text(text, at: Point(plot.area.x, margin + 16 * theme.scale), headline),
      .text(below, at: Point(plot.area.x, margin + 37 * theme.scale), theme.detail),
    ]
  }

  /// Titles at the right, each as near to the end of its curve as the others allow.
  func labels(_ curves: [ExcessCurve], axis: ValueAxis) -> [Mark] {
    let spacing = min(
      theme.label.size * 1.35, plot.area.height / Double(max(curves.count, 1)))
    let style = theme.label.sized(min(theme.label.size, spacing / 1.1)).aligned(.leading)
    let ends = curves.map { $0.end(on: plot, axis: axis) }
    let wanted = ends.map { $0?.y ?? plot.area.center.y }
    let places = LabelSpreading.spread(
      wanted, spacing: spacing, from: plot.area.y, to: plot.area.maxY)
    return zip(curves, zip(ends, places)).flatMap { curve, place in
      label(curve, end: place.0, y: place.1, style)
    }
  }

  private func label(
    _ curve: ExcessCurve, end: Point?, y: Double, _ style: TextStyle
  ) -> [Mark] {
    let left = plot.area.maxX + gap
    let marker = Point(left - 8 * theme.scale, y)
    let text = measuring.fit(curve.label, in: style, width: labelRoom)
    var marks: [Mark] = []
    if let end, end.x > plot.area.maxX - 2 {
      let leader = [Point(plot.area.maxX, end.y), Point(left - 14 * theme.scale, y)]
      marks.append(.polyline(leader, Stroke(curve.color, width: 1)))
    }
    marks.append(
      .marker(
        curve.style.shape, at: marker, size: theme.marker * 0.8, fill: curve.color,
        halo: theme.colors.halo))
    marks.append(.text(text, at: Point(left + 3 * theme.scale, y), style))
    return marks
  }
}
