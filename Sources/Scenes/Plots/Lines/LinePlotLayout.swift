import Contours
import RealModule

/// Where a plot of lines lies in its picture, and what stands around it.
struct LinePlotLayout {
  let plot: Plot
  private let size: PixelSize
  private let typesetting: Typesetting
  private let endLabels: EndLabels
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
    let theme = typesetting.theme
    let margin = 12 * theme.scale
    let page = size.rect.grown(by: -margin)
    endLabels = EndLabels(of: lines.map(\.label), on: page, typesetting)
    let right = endLabels.room > 0 ? endLabels.room + 34 * theme.scale : 10 * theme.scale
    let points = lines.flatMap(\.points) + guides.flatMap(\.points)
    let levels = guides.compactMap { guide -> Double? in
      if case .level(let level) = guide.form { level } else { nil }
    }
    let uprights = guides.compactMap { guide -> Double? in
      if case .upright(let x) = guide.form { x } else { nil }
    }
    let bands = lines.flatMap { $0.band.flatMap { [$0.lowerBound, $0.upperBound] } }
    let xBands = lines.flatMap { $0.xBand.flatMap { [$0.lowerBound, $0.upperBound] } }
    // Points have no line that shows where they come from: they keep off the frame.
    let isCloud = !lines.isEmpty && lines.allSatisfy { $0.kind == .points }
    let xs = Self.range(
      of: points.map(\.x) + uprights + xBands, x, margin: isCloud ? 0.03 : 0)
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

  /// Names at the right, of the lines that have one.
  func names(of lines: [PlotLine], _ styles: [EntrantStyle]) -> [Mark] {
    endLabels.marks(
      zip(lines, styles).filter { !$0.0.label.isEmpty }.map { line, style in
        EndLabels.Label(
          text: line.label, shape: style.shape, color: style.color, end: line.end(on: plot))
      }, beside: plot.area)
  }
}
