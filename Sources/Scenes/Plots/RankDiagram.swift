import Contours

/// Average ranks on a line, with bars over those that cannot be told apart (J. Demšar, JMLR 7
/// (2006) 1-30), as one picture.
public struct RankDiagram: Sendable {
  /// The picture.
  public let picture: Picture

  /// - Parameters:
  ///   - ranks: name and average rank, from 1 for the best; two or more.
  ///   - criticalDifference: ranks that differ by less cannot be told apart.
  ///   - note: a line below the title.
  public init(
    _ ranks: [(name: String, rank: Double)], criticalDifference: Double, title: String,
    note: String? = nil, look: PlotLook = PlotLook(), measuring: any TextMeasuring
  ) {
    let layout = RankLayout(
      ranks.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }, criticalDifference,
      size: look.size, Typesetting(look.theme, measuring))
    picture = Picture(
      size: look.size, background: look.colors.paper,
      marks: layout.axis + layout.difference + layout.bars + layout.names
        + layout.heading(title, note))
  }
}

/// Where the parts of a rank diagram lie.
private struct RankLayout {
  /// Ascending.
  let ranks: [(name: String, rank: Double)]
  let criticalDifference: Double
  let size: PixelSize
  let typesetting: Typesetting
  /// Where rank 1 and the last rank lie.
  private let left: Double
  private let right: Double
  private let line: Double

  private var theme: Theme { typesetting.theme }
  private var unit: Double { theme.scale }
  private var margin: Double { 12 * unit }

  init(
    _ ranks: [(name: String, rank: Double)], _ criticalDifference: Double, size: PixelSize,
    _ typesetting: Typesetting
  ) {
    (self.ranks, self.criticalDifference, self.size) = (ranks, criticalDifference, size)
    self.typesetting = typesetting
    let widest =
      Self.labels(ranks)
      .map { typesetting.measuring.width(of: $0, in: typesetting.theme.name) }.max() ?? 0
    let room = min(widest, Double(size.width) * 0.3) + 52 * typesetting.theme.scale
    (left, right) = (room, Double(size.width) - room)
    line = Double(size.height) * 0.36
  }

  /// "bfgs 2.60".
  private var labels: [String] { Self.labels(ranks) }

  private static func labels(_ ranks: [(name: String, rank: Double)]) -> [String] {
    ranks.map { "\($0.name)  \(hundredths($0.rank))" }
  }

  /// "2.60".
  private static func hundredths(_ value: Double) -> String {
    let number = Int((value * 100).rounded())
    let rest = number % 100
    return "\(number / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func place(_ rank: Double) -> Double {
    left + (right - left) * (rank - 1) / Double(max(ranks.count - 1, 1))
  }

  var axis: [Mark] {
    let stroke = Stroke(theme.colors.ink, width: theme.trail * 0.6)
    let style = theme.tick.aligned(.center)
    return [.polyline([Point(left, line), Point(right, line)], stroke)]
      + ranks.indices.flatMap { i -> [Mark] in
        let x = place(Double(i + 1))
        return [
          .polyline([Point(x, line - 5 * unit), Point(x, line)], stroke),
          .text(String(i + 1), at: Point(x, line - 14 * unit), style),
        ]
      }
  }

  /// The critical difference as a length above the axis.
  var difference: [Mark] {
    let length = min(criticalDifference / Double(max(ranks.count - 1, 1)), 1) * (right - left)
    let y = line - 34 * unit
    let stroke = Stroke(theme.colors.muted, width: theme.trail * 0.8)
    let ends = [left, left + length].map {
      Mark.polyline([Point($0, y - 4 * unit), Point($0, y + 4 * unit)], stroke)
    }
    return [.polyline([Point(left, y), Point(left + length, y)], stroke)] + ends + [
      .text(
        "critical difference \(Self.hundredths(criticalDifference))",
        at: Point(left + length + 6 * unit, y),
        theme.detail.aligned(.leading))
    ]
  }

  /// The longest groups that cannot be told apart, each from the first to the last of its ranks.
  private var groups: [ClosedRange<Int>] {
    var groups: [ClosedRange<Int>] = []
    for i in ranks.indices {
      let last =
        ranks.indices.last { ranks[$0].rank - ranks[i].rank < criticalDifference } ?? i
      if last > i, last > groups.last?.upperBound ?? -1 { groups.append(i...last) }
    }
    return groups
  }

  var bars: [Mark] {
    let stroke = Stroke(theme.colors.ink, width: theme.trail * 1.6)
    return groups.enumerated().map { k, group in
      let y = line + Double(k + 1) * 9 * unit
      return .polyline(
        [
          Point(place(ranks[group.lowerBound].rank) - 3 * unit, y),
          Point(place(ranks[group.upperBound].rank) + 3 * unit, y),
        ], stroke)
    }
  }

  /// The better half at the left, the other at the right, each with a line to its rank.
  var names: [Mark] {
    let styles = EntrantPlaces.places(
      ofMethods: ranks.map { String($0.name.prefix { !":(".contains($0) }) }
    ).map { EntrantStyle(index: $0, in: theme.colors) }
    let half = (ranks.count + 1) / 2
    let top = line + Double(groups.count + 1) * 9 * unit + 16 * unit
    let rows = max(half, 1)
    let step = min(40 * unit, (Double(size.height) - margin - top) / Double(rows))
    return ranks.indices.flatMap { i -> [Mark] in
      let isLeft = i < half
      let row = isLeft ? i : ranks.count - 1 - i
      let y = top + (Double(row) + 0.5) * step
      let x = isLeft ? left - 24 * unit : right + 24 * unit
      let spot = place(ranks[i].rank)
      let stroke = Stroke(styles[i].color, width: theme.trail * 0.8)
      let style = theme.name.aligned(isLeft ? .trailing : .leading)
      let room = (isLeft ? x : Double(size.width) - x) - margin
      return [
        .polyline([Point(spot, line), Point(spot, y), Point(x, y)], stroke),
        .marker(
          styles[i].shape, at: Point(x, y), size: theme.marker * 0.75, fill: styles[i].color,
          halo: theme.colors.halo),
        .text(
          typesetting.measuring.fit(labels[i], in: style, width: room),
          at: Point(isLeft ? x - 10 * unit : x + 10 * unit, y), style),
      ]
    }
  }

  func heading(_ title: String, _ note: String?) -> [Mark] {
    let room = Double(size.width) - 2 * margin
    let style = theme.headline.sized(16 * unit).aligned(.leading)
    let heading = Mark.text(
      typesetting.measuring.fit(title, in: style, width: room),
      at: Point(margin, margin + 8 * unit), style)
    guard let note else { return [heading] }
    let below = theme.detail.aligned(.leading)
    return [
      heading,
      .text(
        typesetting.measuring.fit(note, in: below, width: room),
        at: Point(margin, margin + 27 * unit), below),
    ]
  }
}
