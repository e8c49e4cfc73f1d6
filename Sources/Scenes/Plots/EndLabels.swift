/// Names to the right of a plot, each after its marker and as near to the end of its line as the
/// others allow.
struct EndLabels {
  /// What stands beside a line.
  struct Label {
    let text: String
    let shape: MarkerShape
    let color: Color
    /// Where the line ends; nil where none of it is seen.
    let end: Point?
  }

  /// What the widest name takes.
  let room: Double
  private let typesetting: Typesetting

  private var theme: Theme { typesetting.theme }

  /// - Parameters:
  ///   - names: all that will be shown.
  ///   - page: of whose width names have at most 0.3.
  init(of names: [String], on page: Rect, _ typesetting: Typesetting) {
    self.typesetting = typesetting
    let (label, measuring) = (typesetting.theme.label, typesetting.measuring)
    let widest = names.map { measuring.width(of: $0, in: label) }.max() ?? 0
    room = min(widest, page.width * 0.3)
  }

  func marks(_ labels: [Label], beside area: Rect) -> [Mark] {
    let spacing = min(theme.label.size * 1.35, area.height / Double(max(labels.count, 1)))
    let style = theme.label.sized(min(theme.label.size, spacing / 1.1)).aligned(.leading)
    let places = LabelSpreading.spread(
      labels.map { $0.end?.y ?? area.center.y }, spacing: spacing, from: area.y, to: area.maxY)
    return zip(labels, places).flatMap { marks($0, y: $1, beside: area, style) }
  }

  private func marks(_ label: Label, y: Double, beside area: Rect, _ style: TextStyle) -> [Mark] {
    let marker = Point(area.maxX + 18 * theme.scale, y)
    var marks: [Mark] = []
    if let end = label.end, end.x > area.maxX - 2 {
      let leader = [Point(area.maxX, end.y), Point(marker.x - 6 * theme.scale, y)]
      marks.append(.polyline(leader, Stroke(label.color, width: theme.scale)))
    }
    marks.append(
      .marker(
        label.shape, at: marker, size: theme.marker * 0.8, fill: label.color,
        halo: theme.colors.halo))
    let text = typesetting.measuring.fit(label.text, in: style, width: room)
    marks.append(.text(text, at: Point(marker.x + 11 * theme.scale, y), style))
    return marks
  }
}
