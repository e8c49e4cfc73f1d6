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
    let key = ClassKey(view.names, page: page, typesetting)
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

/// The names of classes in rows, each after its marker; where there are too many, the first ones
/// and how many more there are.
private struct ClassKey {
  let height: Double
  /// Without a group for what stands for the others.
  private typealias Entry = (group: Int?, text: String, place: Point)
  private let entries: [Entry]
  private let typesetting: Typesetting

  /// Of a page's height, what the key may take; the examples have the rest.
  private static let share = 0.25

  init(_ names: [String], page: Rect, _ typesetting: Typesetting) {
    self.typesetting = typesetting
    let row = 17 * typesetting.theme.scale
    let rows = max(Int(Self.share * page.height / row), 1)
    func flow(_ texts: [String]) -> [Entry] {
      Self.flow(texts, width: page.width, row: row, atMost: rows, typesetting)
    }
    var entries = flow(names)
    var shown = entries.count
    while shown < names.count, entries.count <= shown || entries[shown].group != nil {
      shown -= 1
      entries = flow(names.prefix(shown) + ["and \(names.count - shown) more"])
      if entries.count == shown + 1 { entries[shown].group = nil }
    }
    self.entries = entries
    height = entries.last.map { $0.place.y + row } ?? 0
  }

  /// As many as fit, each where it stands in the key.
  private static func flow(
    _ texts: [String], width: Double, row: Double, atMost rows: Int, _ typesetting: Typesetting
  ) -> [Entry] {
    let (theme, measuring) = (typesetting.theme, typesetting.measuring)
    let indent = 12 * theme.scale
    var (left, line) = (0.0, 0)
    var entries: [Entry] = []
    for (group, text) in texts.enumerated() {
      let text = measuring.fit(text, in: theme.detail, width: width - indent)
      let extent = indent + measuring.width(of: text, in: theme.detail) + 12 * theme.scale
      if left > 0, left + extent > width { (left, line) = (0, line + 1) }
      if line == rows { break }
      entries.append((group, text, Point(left, Double(line) * row)))
      left += extent
    }
    return entries
  }

  func marks(at corner: Point) -> [Mark] {
    let theme = typesetting.theme
    return entries.flatMap { group, text, place -> [Mark] in
      let place = Point(corner.x + place.x + 5 * theme.scale, corner.y + place.y + 6 * theme.scale)
      let left = group == nil ? place.x - 4 * theme.scale : place.x + 8 * theme.scale
      let marker = group.map { Self.marker($0, at: place, theme) }
      return [marker].compactMap { $0 } + [
        .text(text, at: Point(left, place.y), theme.detail.aligned(.leading))
      ]
    }
  }

  static func marker(_ group: Int, at place: Point, _ theme: Theme) -> Mark {
    let style = EntrantStyle(index: group, in: theme.colors)
    return .marker(
      style.shape, at: place, size: theme.marker * 0.6, fill: style.color, halo: theme.colors.halo)
  }
}
