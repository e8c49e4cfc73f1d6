import Contours
import RealModule

/// Where a plot of lines lies in its picture, and what stands around it.
struct LinePlotLayout {
  let plot: Plot
  private let size: PixelSize
  private let typesetting: Typesetting
  private let nameRoom: Double
  private let hasNote: Bool

  private var theme: Theme { typesetting.theme }
  private var measuring: any TextMeasuring { typesetting.measuring }
  private var margin: Double { 12 * theme.scale }

  init(
    lines: [PlotLine], guides: [PlotGuide], x: LinePlot.Axis, y: LinePlot.Axis, hasNote: Bool,
    size: PixelSize, _ typesetting: Typesetting
  ) {
    self.size = size
    self.typesetting = typesetting
    self.hasNote = hasNote
    let (theme, measuring) = (typesetting.theme, typesetting.measuring)
    let margin = 12 * theme.scale
    let page = size.rect.grown(by: -margin)
    let widest = lines.map { measuring.width(of: $0.label, in: theme.label) }.max() ?? 0
    nameRoom = min(widest, page.width * 0.3)
    let right = widest > 0 ? nameRoom + 34 * theme.scale : 10 * theme.scale
    let points = lines.flatMap(\.points) + guides.flatMap(\.points)
    let levels = guides.compactMap { guide -> Double? in
      if case .level(let level) = guide.form { level } else { nil }
    }
    let uprights = guides.compactMap { guide -> Double? in
      if case .upright(let x) = guide.form { x } else { nil }
    }
    let bands = lines.flatMap { $0.band.flatMap { [$0.lowerBound, $0.upperBound] } }
    let xs = Self.range(of: points.map(\.x) + uprights, x, margin: 0)
    let ys = Self.range(of: points.map(\.y) + levels + bands, y, margin: 0.05)
    func placed(from left: Double) -> Plot {
      let top = page.y + (hasNote ? 46 : 28) * theme.scale
      let bottom = page.maxY - typesetting.bottomMargin(hasTitle: true)
      let area = Rect(
        x: left.rounded(), y: top.rounded(), width: page.maxX - right - left,
        height: bottom - top)
      return Plot(
        area: area, x: xs, y: ys, isLogarithmicX: x.isLogarithmic,
        isLogarithmicY: y.isLogarithmic)
    }
    let draft = placed(from: page.x)
    plot = placed(from: page.x + typesetting.leftMargin(of: [draft], hasTitle: true))
  }

  /// All finite values that the axis can show, with a margin as a share of their extent.
  private static func range(
    of values: [Double], _ axis: LinePlot.Axis, margin: Double
  ) -> ClosedRange<Double> {
    if let range = axis.range { return range }
    let shown = values.filter { $0.isFinite && (!axis.isLogarithmic || $0 > 0) }
    guard let range = ClosedRange(of: shown) else { return axis.isLogarithmic ? 1...10 : 0...1 }
    guard axis.isLogarithmic else {
      return range.grown(by: (range.upperBound - range.lowerBound) * margin)
    }
    let factor = Double.pow(range.upperBound / range.lowerBound, margin)
    return ClosedRange(between: range.lowerBound / factor, range.upperBound * factor)
  }

  /// Title, and a note below it.
  func heading(_ title: String, note: String?) -> [Mark] {
    let room = Double(size.width) - plot.area.x - margin
    let whole = theme.headline.sized(16 * theme.scale)
    let share = room / max(measuring.width(of: title, in: whole), 1)
    let style = whole.sized(whole.size * min(max(share * 0.99, 0.6), 1)).aligned(.leading)
    let heading = Mark.text(
      measuring.fit(title, in: style, width: room),
      at: Point(plot.area.x, margin + 8 * theme.scale), style)
    guard let note else { return [heading] }
    let below = theme.detail.aligned(.leading)
    return [
      heading,
      .text(
        measuring.fit(note, in: below, width: room),
        at: Point(plot.area.x, margin + 27 * theme.scale), below),
    ]
  }

  /// Names at the right, each as near to the end of its line as the others allow.
  func names(of lines: [PlotLine], _ styles: [EntrantStyle]) -> [Mark] {
    let named = zip(lines, styles).filter { !$0.0.label.isEmpty }
    guard !named.isEmpty else { return [] }
    let spacing = min(theme.label.size * 1.35, plot.area.height / Double(named.count))
    let style = theme.label.sized(min(theme.label.size, spacing / 1.1)).aligned(.leading)
    let ends = named.map { $0.0.end(on: plot) }
    let places = LabelSpreading.spread(
      ends.map { $0?.y ?? plot.area.center.y }, spacing: spacing, from: plot.area.y,
      to: plot.area.maxY)
    return zip(named, zip(ends, places)).flatMap { line, place in
      name(line.0.label, line.1, end: place.0, y: place.1, style)
    }
  }

  private func name(
    _ text: String, _ look: EntrantStyle, end: Point?, y: Double, _ style: TextStyle
  ) -> [Mark] {
    let marker = Point(plot.area.maxX + 18 * theme.scale, y)
    var marks: [Mark] = []
    if let end, end.x > plot.area.maxX - 2 {
      let leader = [Point(plot.area.maxX, end.y), Point(marker.x - 6 * theme.scale, y)]
      marks.append(.polyline(leader, Stroke(look.color, width: theme.scale)))
    }
    marks.append(
      .marker(
        look.shape, at: marker, size: theme.marker * 0.8, fill: look.color,
        halo: theme.colors.halo))
    let left = marker.x + 11 * theme.scale
    marks.append(
      .text(measuring.fit(text, in: style, width: nameRoom), at: Point(left, y), style))
    return marks
  }
}
