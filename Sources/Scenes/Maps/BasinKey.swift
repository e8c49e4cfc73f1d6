import Experiments
import Specifications

/// What the colours of a basin map mean: a row for each end with its share of the starts, and how
/// lightness tells steps.
struct BasinKey {
  private struct Row {
    let colors: [Color]
    let landmark: LandmarkKind?
    let name: String
    let detail: String
  }

  private let rows: [Row]
  private let steps: [Int]?
  private let typesetting: Typesetting

  private var theme: Theme { typesetting.theme }
  private var measuring: any TextMeasuring { typesetting.measuring }
  private var rowHeight: Double { 40 * theme.scale }
  private var swatch: Double { 26 * theme.scale }
  private var textLeft: Double { swatch + 34 * theme.scale }
  private var name: TextStyle { theme.name.aligned(.leading) }
  private var detail: TextStyle { theme.label.colored(theme.colors.muted).aligned(.leading) }

  init(_ basins: Basins, _ palette: BasinColors, _ typesetting: Typesetting) {
    self.typesetting = typesetting
    steps = palette.told
    let ends = basins.ends.indices.map { i in
      let end = basins.ends[i]
      return Row(
        colors: [0.12, 0.5, 0.88].map { BasinColors.shade(i, $0) }, landmark: end.landmark,
        name: Self.place(end), detail: "\(end.landmarkName), \(basins.shareText(of: i))")
    }
    let others = [
      (Basins.Cell.nowhere, BasinColors.nowhere, "no end in \(basins.map.steps) steps"),
      (Basins.Cell.diverged, BasinColors.diverged, "diverged"),
    ]
    rows =
      ends
      + others.filter { basins.starts(at: $0.0) > 0 }.map {
        Row(
          colors: [$0.1], landmark: nil, name: $0.2, detail: basins.shareText(of: $0.0))
      }
  }

  /// "(3.58, −1.85)".
  private static func place(_ end: Basins.End) -> String {
    "(" + end.point.map { NumberLabel.value($0, digits: 3) }.joined(separator: ", ") + ")"
  }

  /// As wide as its widest text.
  var width: Double {
    let names = rows.map { measuring.width(of: $0.name, in: name) }
    let details = rows.map { measuring.width(of: $0.detail, in: detail) }
    let widest = (names + details).max() ?? 0
    return textLeft + max(widest, measuring.width(of: Self.stepsTitle, in: detail) - textLeft)
  }

  private static let stepsTitle = "lightness: steps to the end"

  func marks(in area: Rect) -> [Mark] {
    let barRoom = steps == nil ? 0 : 74 * theme.scale
    let most = max(1, Int(clamping: (area.height - barRoom) / rowHeight))
    let shown = rows.count <= most ? rows : chosen(atMost: most - 1)
    var marks = shown.enumerated().flatMap { i, row in
      self.marks(of: row, at: Point(area.x, area.y + Double(i) * rowHeight))
    }
    if shown.count < rows.count {
      let place = Point(area.x, area.y + (Double(shown.count) + 0.4) * rowHeight)
      marks.append(.text("and \(rows.count - shown.count) more", at: place, detail))
    }
    guard let steps else { return marks }
    return marks + bar(steps, above: area.maxY, left: area.x)
  }

  /// The first ends, and what is no end in any case.
  private func chosen(atMost count: Int) -> [Row] {
    let others = rows.filter { $0.landmark == nil }
    return Array(rows.prefix(max(0, count - others.count))) + others
  }

  private func marks(of row: Row, at corner: Point) -> [Mark] {
    let height = 30 * theme.scale
    let part = swatch / Double(row.colors.count)
    let bands = row.colors.enumerated().map { i, color in
      Mark.rectangle(
        Rect(x: corner.x + Double(i) * part, y: corner.y, width: part, height: height),
        fill: color, stroke: nil)
    }
    let edge = Mark.rectangle(
      Rect(x: corner.x, y: corner.y, width: swatch, height: height), fill: nil,
      stroke: Stroke(theme.colors.frame))
    let sign = row.landmark.map {
      [$0.mark(at: Point(corner.x + swatch + 16 * theme.scale, corner.y + 7 * theme.scale), theme)]
    }
    let left = corner.x + textLeft
    return bands + [edge] + (sign ?? []) + [
      .text(row.name, at: Point(left, corner.y + 7 * theme.scale), name),
      .text(row.detail, at: Point(left, corner.y + 24 * theme.scale), detail),
    ]
  }

  /// The shades from the fewest steps to the most, with the median below the middle one.
  private func bar(_ steps: [Int], above bottom: Double, left: Double) -> [Mark] {
    let count = BasinColors.shades
    let (width, height) = (150 * theme.scale, 16 * theme.scale)
    let top = bottom - 40 * theme.scale
    let part = width / Double(count)
    let bands = (0..<count).map { i in
      Mark.rectangle(
        Rect(x: left + Double(i) * part, y: top, width: part + 0.5, height: height),
        fill: BasinColors.shade(0, Double(i) / Double(count - 1)), stroke: nil)
    }
    let edge = Mark.rectangle(
      Rect(x: left, y: top, width: width, height: height), fill: nil,
      stroke: Stroke(theme.colors.frame))
    let below = top + height + 11 * theme.scale
    let ends: [(Double, TextStyle.Alignment)] = [(0, .leading), (0.5, .center), (1, .trailing)]
    let numbers = zip(steps, ends).map { step, end in
      Mark.text(
        String(step), at: Point(left + end.0 * width, below), theme.tick.aligned(end.1))
    }
    let title = Mark.text(Self.stepsTitle, at: Point(left, top - 12 * theme.scale), detail)
    return bands + [edge, title] + numbers
  }
}

extension Basins.End {
  /// "minimum", "saddle": what a key calls it.
  fileprivate var landmarkName: String {
    switch kind {
    case .minimum, .localMinimum, .maximum, .saddle, .kink: kind.rawValue
    case .degenerate: "flat point"
    case .notStationary: "minimum on the edge"
    case .undefined: "end"
    }
  }
}
