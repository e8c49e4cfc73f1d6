import Contours

/// Lines over two axes with their names beside them, and guides that say what theory expects, as one
/// picture.
public struct LinePlot: Sendable {
  /// One of the two axes.
  public struct Axis: Sendable {
    /// What it counts, with the unit where there is one.
    public let title: String
    /// Whether equal ratios are as far apart.
    public let isLogarithmic: Bool
    /// What it shows; all that the lines have unless given.
    public let range: ClosedRange<Double>?

    /// - Parameter range: above 0 where the axis is logarithmic.
    public init(
      _ title: String, isLogarithmic: Bool = false, range: ClosedRange<Double>? = nil
    ) {
      (self.title, self.isLogarithmic, self.range) = (title, isLogarithmic, range)
    }
  }

  /// The picture, with axes and names.
  public let picture: Picture

  /// - Parameters:
  ///   - lines: from below to above.
  ///   - title: one line; it is set smaller before it is cut.
  ///   - note: a line below the title.
  ///   - look: theme, size and how large text is.
  public init(
    _ lines: [PlotLine], guides: [PlotGuide] = [], x: Axis, y: Axis, title: String,
    note: String? = nil, look: PlotLook = PlotLook(), measuring: any TextMeasuring
  ) {
    let typesetting = Typesetting(look.theme, measuring)
    let layout = LinePlotLayout(
      lines: lines, guides: guides, x: x, y: y, hasNote: note != nil, size: look.size, typesetting)
    let plot = layout.plot
    let frame = AxisFrame(
      plot: plot, typesetting: typesetting, xTitle: x.title, yTitle: y.title, hasGrid: true)
    let styles = PlotLine.styles(of: lines, in: look.colors)
    let paths = lines.map { $0.path(on: plot) }
    let phases = lines.indices.map { (Double($0) + 0.5) / Double(lines.count) }
    let all = zip(zip(lines, styles), phases).map { (line: $0.0, style: $0.1, phase: $1) }
    picture = Picture(
      size: look.size, background: look.colors.paper,
      marks: Self.bands(of: lines, styles, phases, on: plot, look.theme, frame.grid)
        + guides.flatMap { $0.marks(on: plot, look.theme) }
        + all.flatMap { $0.line.marks(on: plot, $0.style, look.theme, phase: $0.phase) }
        + frame.marks
        + guides.labels(on: plot, beside: paths, typesetting)
        + layout.names(of: lines, styles) + layout.heading(title, note: note))
  }

  /// What is uncertain, below the lines, and the grid: one or two bands are areas.
  private static func bands(
    of lines: [PlotLine], _ styles: [EntrantStyle], _ phases: [Double], on plot: Plot,
    _ theme: Theme, _ grid: [Mark]
  ) -> [Mark] {
    let all = zip(lines, styles)
    let count = lines.count { !$0.band.isEmpty }
    guard count > 2 else {
      let edges = count == 2 ? all.flatMap { $0.bandEdges(on: plot, $1, theme) } : []
      return all.flatMap { $0.bandMarks(on: plot, $1, theme) } + grid + edges
    }
    return grid
      + zip(all, phases).flatMap { $0.0.whiskers(on: plot, $0.1, theme, phase: $1) }
      + all.flatMap { $0.levelWhiskers(on: plot, $1, theme) }
  }
}

/// Colours, pixels and text of a plot.
public struct PlotLook: Sendable {
  /// Of paper, ink and lines.
  public var colors: ThemeColors
  /// Of the whole picture.
  public var size: PixelSize
  /// How large text, markers and lines are; at 1 text is about 1.8 % of the height.
  public var scale: Double

  /// At which text can be read at the back of a hall.
  public static let hallScale = 2.0

  /// A picture that can be read at the back of a hall unless told.
  public init(
    _ colors: ThemeColors = .light, size: PixelSize = PixelSize(width: 1280, height: 720),
    scale: Double = hallScale
  ) {
    (self.colors, self.size, self.scale) = (colors, size, scale)
  }

  var theme: Theme {
    let usual = Theme(colors, size: size)
    // A theme for halls has such text of itself.
    let factor = usual.isForHalls ? scale / Self.hallScale : scale
    return Theme(colors, scale: usual.scale * factor)
  }
}
