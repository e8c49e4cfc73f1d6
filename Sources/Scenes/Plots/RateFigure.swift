import Contours

/// A learning rate against the step, as one picture.
public struct RateFigure: Sendable {
  /// The plot, with its axes.
  public let picture: Picture

  /// Each rate is drawn level from its step to the next.
  ///
  /// - Parameters:
  ///   - rates: the rates of the steps 0, 1, …; those that are not finite are left out.
  ///   - note: a line below the title.
  public init(
    rates: [Double], title: String, note: String? = nil, colors: ThemeColors = .light,
    size: PixelSize = PixelSize(width: 720, height: 420), measuring: any TextMeasuring
  ) {
    let theme = Theme(colors, size: size, reference: PixelSize(width: 720, height: 420))
    let typesetting = Typesetting(theme, measuring)
    let page = size.rect.grown(by: -14 * theme.scale)
    let x = 0...Double(max(rates.count, 1))
    let y = ValueAxis.linear(rates)
    let draft = Plot(area: page, x: x, y: y)
    let left = typesetting.leftMargin(of: [draft], hasTitle: true)
    let below = typesetting.bottomMargin(hasTitle: true)
    let top = (note == nil ? 28 : 48) * theme.scale
    // On the right half of the last tick's label stands out.
    let right = 14 * theme.scale
    let area = Rect(
      x: (page.x + left).rounded(), y: (page.y + top).rounded(),
      width: (page.width - left - right).rounded(.down),
      height: (page.height - top - below).rounded(.down))
    let plot = Plot(area: area, x: x, y: y)
    let frame = AxisFrame(
      plot: plot, typesetting: typesetting, xTitle: "step", yTitle: "rate", hasGrid: true)
    let line = Self.line(rates, on: plot, theme: theme)
    picture = Picture(
      size: size, background: theme.colors.paper,
      marks: frame.grid + [.clipped(area.grown(by: theme.trail), line)] + frame.marks
        + Self.heading(title, note, above: area, page: page, typesetting))
  }

  private static func line(_ rates: [Double], on plot: Plot, theme: Theme) -> [Mark] {
    let corners = rates.enumerated().flatMap { t, rate in
      [t, t + 1].map { (point: plot.point(Double($0), rate), clock: $0) }
    }
    let stroke = Stroke(EntrantStyle(index: 0, in: theme.colors).color, width: theme.trail)
    return CurveThinning.thin(corners).split { $0.point == nil }.map { run in
      .polyline(run.compactMap(\.point), stroke)
    }
  }

  private static func heading(
    _ title: String, _ note: String?, above area: Rect, page: Rect,
    _ typesetting: Typesetting
  ) -> [Mark] {
    let (theme, measuring) = (typesetting.theme, typesetting.measuring)
    let room = page.maxX - area.x
    let whole = theme.headline.sized(16 * theme.scale).aligned(.leading)
    // Long specifications are set smaller before they are cut.
    let share = room / max(measuring.width(of: title, in: whole), 1)
    let style = whole.sized(whole.size * min(max(share * 0.99, 0.6), 1))
    let text = measuring.fit(title, in: style, width: room)
    let heading = Mark.text(text, at: Point(area.x, page.y + 8 * theme.scale), style)
    guard let note else { return [heading] }
    let below = measuring.fit(note, in: theme.detail, width: room)
    return [heading, .text(below, at: Point(area.x, page.y + 30 * theme.scale), theme.detail)]
  }
}
