import Contours

/// The frame around a plot: ticks, their labels, the titles of the axes, grid lines.
struct AxisFrame {
  let plot: Plot
  let typesetting: Typesetting
  var xTitle: String?
  var yTitle: String?
  var hasGrid = false

  var theme: Theme { typesetting.theme }
  private var measuring: any TextMeasuring { typesetting.measuring }
  private var tickLength: Double { 4 * theme.scale }
  private var gap: Double { 4 * theme.scale }

  /// The space that tick labels and a title need on the left of a plot.
  static func leftMargin(theme: Theme, labelWidth: Double, hasTitle: Bool) -> Double {
    labelWidth + (10 + (hasTitle ? 22 : 2)) * theme.scale
  }

  /// The space below a plot.
  static func bottomMargin(theme: Theme, hasTitle: Bool) -> Double {
    (hasTitle ? 42 : 22) * theme.scale
  }

  /// Grid lines, to be drawn below the data.
  var grid: [Mark] {
    guard hasGrid else { return [] }
    let stroke = Stroke(theme.colors.grid)
    let vertical = placedTicks(plot.x).map { position, _ in
      Mark.polyline([Point(position, plot.area.y), Point(position, plot.area.maxY)], stroke)
    }
    let horizontal = placedTicks(plot.y).filter { $0.tick.label != nil }.map { position, _ in
      Mark.polyline([Point(plot.area.x, position), Point(plot.area.maxX, position)], stroke)
    }
    return vertical + horizontal
  }

  /// Everything else, to be drawn above the data.
  var marks: [Mark] {
    [edge] + xTicks + yTicks + titles
  }

  /// The edge of the plot.
  var edge: Mark { .rectangle(plot.area, fill: nil, stroke: Stroke(theme.colors.frame)) }

  private func placedTicks(_ scale: Scale) -> [(position: Double, tick: Tick)] {
    let length = abs(scale.end - scale.start)
    let spacing = (scale == plot.x ? 70 : 54) * theme.scale
    return Tick.ticks(for: scale, target: max(2, Int(clamping: length / spacing))).compactMap {
      tick in
      scale.position(of: tick.value).map { ($0, tick) }
    }
  }

  /// Labels that would touch their left neighbour are left out.
  private var xTicks: [Mark] {
    let style = theme.tick.aligned(.center, .alphabetic)
    let baseline = plot.area.maxY + tickLength + gap + style.size * 0.75
    var free = -Double.infinity
    var marks: [Mark] = []
    for (position, tick) in placedTicks(plot.x) {
      marks.append(notch(Point(position, plot.area.maxY), 0, length(of: tick)))
      guard let label = tick.label else { continue }
      let half = measuring.width(of: label, in: style) / 2
      guard position - half > free else { continue }
      free = position + half + gap
      marks.append(.text(label, at: Point(position, baseline), style))
    }
    return marks
  }

  /// Labels that would touch the one below are left out.
  private var yTicks: [Mark] {
    let style = theme.tick.aligned(.trailing)
    var free = Double.infinity
    var marks: [Mark] = []
    for (position, tick) in placedTicks(plot.y) {
      marks.append(notch(Point(plot.area.x, position), -length(of: tick), 0))
      guard let label = tick.label, position < free else { continue }
      free = position - style.size
      marks.append(.text(label, at: Point(plot.area.x - tickLength - gap, position), style))
    }
    return marks
  }

  private func length(of tick: Tick) -> Double {
    tick.label == nil ? tickLength / 2 : tickLength
  }

  private func notch(_ point: Point, _ dx: Double, _ dy: Double) -> Mark {
    .polyline([point, Point(point.x + dx, point.y + dy)], Stroke(theme.colors.frame))
  }

  private var titles: [Mark] {
    var marks: [Mark] = []
    if let xTitle {
      let anchor = Point(plot.area.center.x, plot.area.maxY + 36 * theme.scale)
      marks.append(.text(xTitle, at: anchor, theme.label.aligned(.center, .alphabetic)))
    }
    if let yTitle {
      let anchor = Point(plot.area.x - widestLabel - 22 * theme.scale, plot.area.center.y)
      var (text, style) = upright(yTitle)
      style.isVertical = true
      marks.append(.text(text, at: anchor, style))
    }
    return marks
  }

  /// A title that is no longer than the axis: set smaller before it is cut.
  private func upright(_ title: String) -> (text: String, style: TextStyle) {
    let style = theme.label.aligned(.center)
    let width = measuring.width(of: title, in: style)
    let share = min(max(plot.area.height / max(width, 1), 0.7), 1)
    let fitting = style.sized(style.size * share)
    return (measuring.fit(title, in: fitting, width: plot.area.height + 1), fitting)
  }

  /// The width of the widest label at the y axis.
  var widestLabel: Double {
    placedTicks(plot.y).compactMap(\.tick.label)
      .map { measuring.width(of: $0, in: theme.tick) }.max() ?? 0
  }
}
