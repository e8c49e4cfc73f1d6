import Contours

/// The plot's place, and labels beside it at the ends of the curves.
struct ExcessLayout {
  let plot: Plot
  private let size: PixelSize
  private let typesetting: Typesetting
  private let endLabels: EndLabels

  private var theme: Theme { typesetting.theme }
  private var measuring: any TextMeasuring { typesetting.measuring }
  private var margin: Double { 14 * theme.scale }

  init(
    size: PixelSize, typesetting: Typesetting, curves: [ExcessCurve], axis: ValueAxis,
    isLogarithmicX: Bool
  ) {
    self.size = size
    self.typesetting = typesetting
    let theme = typesetting.theme
    let page = size.rect.grown(by: -14 * theme.scale)
    let endLabels = EndLabels(of: curves.map(\.label), on: page, typesetting)
    self.endLabels = endLabels
    let first = Double(curves.compactMap(\.abscissas.first).min() ?? 0)
    let last = Double(curves.compactMap(\.abscissas.last).max() ?? 1)
    let x = ClosedRange(between: isLogarithmicX ? max(first, 1) : first, max(last, first + 1))
    func placed(from left: Double) -> Plot {
      let top = page.y + 48 * theme.scale
      let bottom = page.maxY - typesetting.bottomMargin(hasTitle: true)
      let area = Rect(
        x: left.rounded(), y: top.rounded(),
        width: page.maxX - endLabels.room - 44 * theme.scale - left, height: bottom - top)
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

  /// The curves' names at the right.
  func labels(_ curves: [ExcessCurve], axis: ValueAxis) -> [Mark] {
    endLabels.marks(
      curves.map {
        EndLabels.Label(
          text: $0.label, shape: $0.style.shape, color: $0.color, end: $0.end(on: plot, axis: axis))
      }, beside: plot.area)
  }
}
