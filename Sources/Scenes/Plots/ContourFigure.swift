import Contours

/// The contours of a function of two variables with its minimizers and saddles, as one picture.
public struct ContourFigure: Sendable {
  /// The map, with its axes.
  public let picture: Picture

  /// - Parameters:
  ///   - minimum: min f where known: contours are spaced by the excess over it.
  ///   - axisTitles: the variables' names, if they are to be shown.
  ///   - valueCost: about as many additions as a value takes the time of; a costly function is
  ///     sampled more coarsely.
  ///   - style: its theme and palette, and whether lines are curves.
  public init(
    objective: @escaping @Sendable (Double, Double) -> Double, x: ClosedRange<Double>,
    y: ClosedRange<Double>, minimizers: [[Double]], saddles: [[Double]],
    localMinima: [[Double]] = [], maxima: [[Double]] = [], minimum: Double?,
    minimumLabel: String = "minimum",
    axisTitles: (x: String, y: String)? = nil, title: String, valueCost: Int = 1,
    style: ContourStyle = ContourStyle(), size: PixelSize = PixelSize(width: 520, height: 420),
    measuring: any TextMeasuring
  ) {
    let theme = Theme(style.colors, size: size, reference: PixelSize(width: 520, height: 420))
    let typesetting = Typesetting(theme, measuring)
    let page = size.rect.grown(by: -14 * theme.scale)
    let whole = Plot(area: page, x: x, y: y)
    let left = typesetting.leftMargin(of: [whole], hasTitle: axisTitles != nil)
    let below = typesetting.bottomMargin(hasTitle: axisTitles != nil)
    let top = 28 * theme.scale
    let objective = MapSampling(valueCost: valueCost).sampled(objective, x: x, y: y)
    let levels = Levels(of: objective, x: x, y: y, minimum: minimum, rule: style.levels)
    let bar = ColorBar(levels: levels, style: style, typesetting: typesetting)
    let area = Rect(
      x: (page.x + left).rounded(), y: (page.y + top).rounded(),
      width: (page.width - left - bar.width).rounded(.down),
      height: (page.height - top - below).rounded(.down))
    let plot = Plot(area: area, x: x, y: y)
    let contours = ContourBackground(
      objective: objective, x: x, y: y, width: Int(clamping: area.width),
      height: Int(clamping: area.height),
      levels: levels, style: style)
    let points = IsolatedPoints(objective, in: Window(x: x, y: y))
    let landmarks = Landmarks(
      places: [
        .saddle: saddles, .maximum: points.isolated(maxima, sign: -1),
        .localMinimum: points.isolated(localMinima), .minimum: points.isolated(minimizers),
      ], minimumLabel: minimumLabel)
    let spots = landmarks.spots(on: plot)
    let note = Self.note(landmarks, spots, above: area, typesetting)
    // The note has the right end of the line.
    let headingWidth = area.width - (note.isEmpty ? 0 : 100 * theme.scale)
    let heading = measuring.fit(title, in: theme.headline, width: headingWidth)
    picture = Picture(
      size: size, background: theme.colors.paper,
      marks: contours.marks(on: plot)
        + AxisFrame(
          plot: plot, typesetting: typesetting, xTitle: axisTitles?.x, yTitle: axisTitles?.y
        ).marks
        + spots.map { $0.kind.mark(at: $0.place, theme) } + bar.marks(beside: area) + [
          .text(
            heading, at: Point(area.x, page.y + 8 * theme.scale),
            theme.headline.aligned(.leading))
        ] + note)
  }

  /// What the stars are, where they are not simply minima, in the upper right corner.
  private static func note(
    _ landmarks: Landmarks, _ spots: [Landmarks.Spot], above area: Rect,
    _ typesetting: Typesetting
  ) -> [Mark] {
    let theme = typesetting.theme
    let name = landmarks.name(.minimum)
    guard name != LandmarkKind.minimum.rawValue, spots.contains(where: { $0.kind == .minimum })
    else { return [] }
    let end = Point(area.maxX, area.y - 8 * theme.scale)
    let style = theme.detail.aligned(.trailing)
    let width = typesetting.measuring.width(of: name, in: style)
    let star = Point(end.x - width - 10 * theme.scale, end.y)
    return [
      .text(name, at: end, style), LandmarkKind.minimum.mark(at: star, theme),
    ]
  }
}
