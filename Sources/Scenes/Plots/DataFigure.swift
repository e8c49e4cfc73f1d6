import Contours

/// A scatter of examples, with a colour and a shape for each class, as one picture.
public struct DataFigure: Sendable {
  /// The plot, with axes and a key to the classes.
  public let picture: Picture

  /// More would cover each other: of these every second, third, … is drawn.
  private static let most = 2000

  /// - Parameter title: one line.
  public init(
    _ view: DataView, title: String, colors: ThemeColors = .light,
    size: PixelSize = PixelSize(width: 520, height: 420), measuring: any TextMeasuring
  ) {
    let theme = Theme(colors, size: size, reference: PixelSize(width: 520, height: 420))
    let typesetting = Typesetting(theme, measuring)
    let page = size.rect.grown(by: -14 * theme.scale)
    let key = ClassKey(view.names, width: page.width, typesetting)
    let (x, y) = Self.window(view)
    let left = typesetting.leftMargin(of: [Plot(area: page, x: x, y: y)], hasTitle: true)
    let top = page.y + 26 * theme.scale + key.height
    let room = Rect(
      left: (page.x + left).rounded(), top: top.rounded(), right: page.maxX - 8 * theme.scale,
      bottom: (page.maxY - typesetting.bottomMargin(hasTitle: true)).rounded(.down))
    let plot = Plot(area: Self.area(view, x, y, in: room), x: x, y: y)
    let frame = AxisFrame(
      plot: plot, typesetting: typesetting, xTitle: view.xTitle, yTitle: view.yTitle, hasGrid: true)
    let heading = measuring.fit(title, in: theme.headline, width: page.width)
    picture = Picture(
      size: size, background: colors.paper,
      marks: frame.grid + Self.markers(view, on: plot, theme) + frame.marks
        + key.marks(at: Point(page.x, page.y + 24 * theme.scale)) + [
          .text(
            heading, at: Point(page.x, page.y + 8 * theme.scale), theme.headline.aligned(.leading))
        ])
  }

  /// In the order of the examples, so that no class covers the others.
  private static func markers(_ view: DataView, on plot: Plot, _ theme: Theme) -> [Mark] {
    let stride = (view.points.count + most - 1) / most
    return Swift.stride(from: 0, to: view.points.count, by: max(stride, 1)).compactMap { i in
      plot.point(view.points[i].x, view.points[i].y).map {
        ClassKey.marker(view.groups[i], at: $0, theme)
      }
    }
  }

  private static func window(_ view: DataView) -> (ClosedRange<Double>, ClosedRange<Double>) {
    func range(_ places: [Double]) -> ClosedRange<Double> {
      let range = ClosedRange(of: places) ?? 0...1
      let extent = range.upperBound - range.lowerBound
      return range.grown(by: extent > 0 ? 0.06 * extent : 1)
    }
    return (range(view.points.map(\.x)), range(view.points.map(\.y)))
  }

  /// With equal units on both axes where both are of one kind and about as long.
  private static func area(
    _ view: DataView, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, in room: Rect
  ) -> Rect {
    let ratio = (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound)
    guard view.isPlane, (1 / 3...3).contains(ratio) else { return room }
    var area = room.fitting(ClosedRange(between: ratio, ratio))
    area.x += ((room.width - area.width) / 2).rounded(.down)
    return area
  }
}

/// The names of classes in a row, or in several, each after its marker.
private struct ClassKey {
  let height: Double
  private let places: [(group: Int, name: String, x: Double, y: Double)]
  private let typesetting: Typesetting

  init(_ names: [String], width: Double, _ typesetting: Typesetting) {
    self.typesetting = typesetting
    let (theme, measuring) = (typesetting.theme, typesetting.measuring)
    let (indent, row) = (12 * theme.scale, 17 * theme.scale)
    var (left, line) = (0.0, 0.0)
    places = names.enumerated().map { group, name in
      let text = measuring.fit(name, in: theme.detail, width: width - indent)
      let extent = indent + measuring.width(of: text, in: theme.detail) + 12 * theme.scale
      if left > 0, left + extent > width { (left, line) = (0, line + row) }
      defer { left += extent }
      return (group, text, left, line)
    }
    height = names.isEmpty ? 0 : line + row
  }

  func marks(at corner: Point) -> [Mark] {
    let theme = typesetting.theme
    return places.flatMap { group, name, x, y -> [Mark] in
      let place = Point(corner.x + x + 5 * theme.scale, corner.y + y + 6 * theme.scale)
      let text = Point(place.x + 8 * theme.scale, place.y)
      return [
        Self.marker(group, at: place, theme), .text(name, at: text, theme.detail.aligned(.leading)),
      ]
    }
  }

  static func marker(_ group: Int, at place: Point, _ theme: Theme) -> Mark {
    let style = EntrantStyle(index: group, in: theme.colors)
    return .marker(
      style.shape, at: place, size: theme.marker * 0.6, fill: style.color, halo: theme.colors.halo)
  }
}
