import Contours

/// The guides of a chart: thin dashed lines below the curves, each with its name on it.
struct GuideLines {
  let guides: [GuideCurve]
  let plot: Plot
  let typesetting: Typesetting

  private var theme: Theme { typesetting.theme }
  private var style: TextStyle { theme.tick.aligned(.center) }

  var marks: [Mark] {
    let lines = guides.map(line)
    let stroke = Stroke(theme.colors.muted, width: theme.trail / 2, dashes: [7, 5])
    return [.clipped(plot.area, lines.map { .polyline($0, stroke) })]
      + zip(guides, lines).enumerated().flatMap { i, line in label(line.0, on: line.1, place: i) }
  }

  /// A point for each pixel across.
  private func line(_ guide: GuideCurve) -> [Point] {
    let domain = plot.x.domain
    let low = max(domain.lowerBound, guide.first)
    guard low < domain.upperBound else { return [] }
    let left = plot.x.position(of: low) ?? plot.area.x
    let count = guide.isLevel ? 1 : max(2, Int(clamping: plot.area.width))
    return (0...count).compactMap { i in
      let share = Double(i) / Double(count)
      let k = plot.x.value(at: left * (1 - share) + plot.area.maxX * share)
      return plot.point(k, guide.value(at: k))
    }
  }

  /// Where a line has its name, as a share of what is seen of it: heads are at its end, and names
  /// of lines beside each other keep apart.
  private static func share(_ place: Int) -> Double { 0.86 - 0.16 * Double(place % 4) }

  private func label(_ guide: GuideCurve, on line: [Point], place: Int) -> [Mark] {
    guard let first = line.first, let end = line.last(where: plot.area.contains) else { return [] }
    let across = first.x + Self.share(place) * (end.x - first.x)
    let after = line.firstIndex { $0.x >= across } ?? line.count - 1
    let (a, b) = (line[max(after - 1, 0)], line[after])
    let share = b.x > a.x ? (across - a.x) / (b.x - a.x) : 0
    let half = Point(
      typesetting.measuring.width(of: guide.label, in: style) / 2 + 3 * theme.scale,
      style.size * 0.6)
    let middle = plot.area.grown(by: -1).nearest(
      to: Point(across, a.y + share * (b.y - a.y)), keeping: half)
    let box = Rect(
      x: middle.x - half.x, y: middle.y - half.y, width: 2 * half.x, height: 2 * half.y)
    return [
      .rectangle(box, fill: theme.colors.paper, stroke: nil),
      .text(guide.label, at: middle, style),
    ]
  }
}

extension Rect {
  /// The place nearest to another one at which a box of some half sides lies within.
  fileprivate func nearest(to point: Point, keeping half: Point) -> Point {
    Rect(
      left: x + half.x, top: y + half.y, right: max(maxX - half.x, x + half.x),
      bottom: max(maxY - half.y, y + half.y)
    ).nearest(to: point)
  }
}
