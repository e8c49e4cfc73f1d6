import Contours

/// A line of a plot: what it is called, its points, and what makes it look as it does.
public struct PlotLine: Sendable {
  /// How points become ink.
  public enum Kind: Sendable {
    /// Joined by a line, with markers here and there.
    case line
    /// Markers alone.
    case points
    /// Markers joined by a line.
    case joined
  }

  /// Beside its end; empty for none.
  public let label: String
  /// In the order in which they are joined; what has no place on an axis parts the line.
  public let points: [PlanePoint]
  /// How points become ink.
  public let kind: Kind
  /// The name of the method whose colour and shape it has; the next free ones unless given.
  public let method: String?
  /// Whether it is dashed: another setting of the method beside it.
  public let isDashed: Bool
  /// The lower and upper end of what is uncertain, one for each point; empty where nothing is.
  public let band: [ClosedRange<Double>]
  /// The same of the abscissas, drawn as level lines.
  public let xBand: [ClosedRange<Double>]

  /// - Parameters:
  ///   - band: one range for each point, or none at all.
  ///   - xBand: the same.
  public init(
    _ label: String, _ points: [PlanePoint], kind: Kind = .line, method: String? = nil,
    isDashed: Bool = false, band: [ClosedRange<Double>] = [], xBand: [ClosedRange<Double>] = []
  ) {
    precondition(band.isEmpty || band.count == points.count, "a band of another length")
    precondition(xBand.isEmpty || xBand.count == points.count, "a band of another length")
    self.xBand = xBand
    (self.label, self.points, self.kind) = (label, points, kind)
    (self.method, self.isDashed, self.band) = (method, isDashed, band)
  }

  /// A line over 0, 1, 2, ….
  public init(
    _ label: String, _ values: [Double], kind: Kind = .line, method: String? = nil,
    isDashed: Bool = false
  ) {
    self.init(
      label, values.enumerated().map { PlanePoint(Double($0), $1) }, kind: kind, method: method,
      isDashed: isDashed)
  }

  /// Methods keep their colours and shapes; others have what is free.
  static func styles(of lines: [PlotLine], in colors: ThemeColors) -> [EntrantStyle] {
    EntrantPlaces.places(ofMethods: lines.map { $0.method ?? "" }).map {
      EntrantStyle(index: $0, in: colors)
    }
  }
}

// MARK: - Ink

extension PlotLine {
  /// - Parameter phase: from 0 to 1, by which the markers of several lines keep off each other.
  func marks(
    on plot: Plot, _ style: EntrantStyle, _ theme: Theme, phase: Double = 0.5
  ) -> [Mark] {
    let corners = points.enumerated().map { (point: plot.point($1.x, $1.y), clock: $0) }
    let runs = Trail(CurveThinning.thin(corners), within: plot.area, spacing: 0.5).runs
      .map { $0.map(\.point) }
    let dashes = isDashed ? [3, 2].map { $0 * theme.trail } : []
    let stroke = Stroke(style.color, width: theme.trail, dashes: dashes)
    let lines = runs.filter { $0.count > 1 }.map { Mark.polyline($0, stroke) }
    let ink = kind == .points ? [] : lines
    return [.clipped(plot.area.grown(by: theme.trail / 2), ink)]
      + markers(on: plot, runs, phase).map {
        .marker(
          style.shape, at: $0, size: theme.marker * 0.75, fill: style.color,
          halo: theme.colors.halo)
      }
  }

  /// The area between the ends of what is uncertain.
  func bandMarks(on plot: Plot, _ style: EntrantStyle, _ theme: Theme) -> [Mark] {
    guard let (upper, lower) = bandSides(on: plot) else { return [] }
    let fill = style.color.mixed(with: theme.colors.paper, 0.8)
    return [.clipped(plot.area, [.polygon(upper + lower.reversed(), fill: fill, stroke: nil)])]
  }

  /// What is uncertain as upright lines where the markers are: many bands would hide each other.
  func whiskers(
    on plot: Plot, _ style: EntrantStyle, _ theme: Theme, phase: Double
  ) -> [Mark] {
    guard let (upper, lower) = bandSides(on: plot), let end = upper.last else { return [] }
    let places = sparse(upper, in: plot.area, phase).dropLast().map(\.x) + [end.x]
    let stroke = Stroke(style.color, width: theme.trail * 0.5)
    let half = theme.marker * 0.4
    let marks = places.flatMap { x -> [Mark] in
      guard let i = upper.firstIndex(where: { $0.x >= x }), i < lower.count else { return [] }
      let caps = [upper[i], lower[i]].map { end in
        Mark.polyline([Point(end.x - half, end.y), Point(end.x + half, end.y)], stroke)
      }
      return [.polyline([upper[i], lower[i]], stroke)] + caps
    }
    return [.clipped(plot.area.grown(by: half), marks)]
  }

  /// What is uncertain of the abscissas as level lines through the points.
  func levelWhiskers(on plot: Plot, _ style: EntrantStyle, _ theme: Theme) -> [Mark] {
    let stroke = Stroke(style.color, width: theme.trail * 0.5)
    let half = theme.marker * 0.4
    let marks = zip(points, xBand).flatMap { point, range -> [Mark] in
      let ends = [range.lowerBound, range.upperBound].compactMap { plot.point($0, point.y) }
      let caps = ends.map { end in
        Mark.polyline([Point(end.x, end.y - half), Point(end.x, end.y + half)], stroke)
      }
      return ends.count == 2 ? [.polyline(ends, stroke)] + caps : []
    }
    return [.clipped(plot.area.grown(by: half), marks)]
  }

  /// The ends of what is uncertain as lines, which are seen where another band lies above.
  func bandEdges(on plot: Plot, _ style: EntrantStyle, _ theme: Theme) -> [Mark] {
    guard let (upper, lower) = bandSides(on: plot) else { return [] }
    let stroke = Stroke(style.color.mixed(with: theme.colors.paper, 0.5), width: theme.trail * 0.3)
    return [.clipped(plot.area, [upper, lower].map { .polyline($0, stroke) })]
  }

  /// What has no place on the axis lies at the plot's edge.
  private func bandSides(on plot: Plot) -> (upper: [Point], lower: [Point])? {
    guard !band.isEmpty else { return nil }
    func side(_ end: KeyPath<ClosedRange<Double>, Double>, edge: Double) -> [Point] {
      zip(points, band).compactMap { point, range in
        guard let x = plot.x.position(of: point.x) else { return nil }
        return plot.point(point.x, range[keyPath: end]) ?? Point(x, edge)
      }
    }
    return (side(\.upperBound, edge: plot.area.y), side(\.lowerBound, edge: plot.area.maxY))
  }

  /// The whole line in pixels, beyond the plot too.
  func path(on plot: Plot) -> [Point] { points.compactMap { plot.point($0.x, $0.y) } }

  /// All points where they are what counts, else some.
  private func markers(on plot: Plot, _ runs: [[Point]], _ phase: Double) -> [Point] {
    switch kind {
    case .points, .joined:
      path(on: plot).filter { plot.area.grown(by: 1).contains($0) }
    case .line: sparse(Array(runs.joined()), in: plot.area, phase)
    }
  }

  private func sparse(_ points: [Point], in area: Rect, _ phase: Double) -> [Point] {
    guard let end = points.last else { return [] }
    let spacing = area.width / 5
    var next = area.x + spacing * (0.1 + phase)
    var kept: [Point] = []
    for point in points where point.x >= next && point.x < end.x - spacing / 5 {
      kept.append(point)
      next += spacing * (((point.x - next) / spacing).rounded(.down) + 1)
    }
    return kept + [end]
  }

  /// Where the line ends in the plot.
  func end(on plot: Plot) -> Point? {
    path(on: plot).last { plot.area.grown(by: 1).contains($0) }
  }
}
