/// Names beside the heads, and "diverged at 12" beside crosses, as far as there is room.
///
/// A label stays on its side of the head while that is free, so that it does not flicker; the places
/// are found once, from the first frame to the last.
struct HeadLabels: Sendable {
  /// For each clock value that a frame shows: a box for each path, or none.
  private let boxes: [Int: [Rect?]]
  private let paths: [RacePath]
  private let hasNames: Bool
  private let theme: Theme

  init(
    _ paths: [RacePath], heads: RaceHeads, clocks: [Int], hasNames: Bool,
    keepingOff obstacles: (_ clock: Int) -> [Rect] = { _ in [] }, measuring: any TextMeasuring
  ) {
    self.paths = paths
    self.hasNames = hasNames
    theme = heads.theme
    let style = Self.style(heads.theme)
    var placement = LabelPlacement(room: heads.area.grown(by: -2), count: paths.count)
    var boxes: [Int: [Rect?]] = [:]
    for clock in clocks where boxes[clock] == nil {
      let anchors = paths.map { heads.anchor($0, at: clock) }
      let sizes = paths.map { path in
        Self.text(path.entrant, at: clock, hasNames: hasNames).map { text in
          Point(measuring.width(of: text, in: style) + 8 * heads.theme.scale, style.size * 1.5)
        }
      }
      boxes[clock] = placement.place(
        sizes, beside: anchors, reach: heads.reach, keepingOff: obstacles(clock))
    }
    self.boxes = boxes
  }

  func elements(at clock: Int) -> [Element] {
    zip(paths, boxes[clock] ?? []).map { path, box in
      guard let box, let text = Self.text(path.entrant, at: clock, hasNames: hasNames) else {
        return .empty
      }
      let border = Stroke(path.entrant.style.color, width: 1)
      return Element(
        bounds: box.grown(by: 1),
        marks: [
          .rectangle(box, fill: theme.colors.paper, stroke: border),
          .text(text, at: box.center, Self.style(theme)),
        ])
    }
  }

  private static func text(_ entrant: RaceEntrant, at clock: Int, hasNames: Bool) -> String? {
    if entrant.end.isBreakdown, entrant.isFinished(at: clock) {
      return hasNames ? "\(entrant.title): \(entrant.end.text)" : entrant.end.text
    }
    return hasNames ? entrant.title : nil
  }

  private static func style(_ theme: Theme) -> TextStyle {
    theme.detail.colored(theme.colors.ink).aligned(.center)
  }
}

/// Finds boxes beside points that touch neither each other nor the points.
struct LabelPlacement {
  let room: Rect
  /// The side that each label took last.
  private var sides: [Int]

  init(room: Rect, count: Int) {
    self.room = room
    sides = Array(repeating: 0, count: count)
  }

  /// A box for each size beside its anchor; nil where there is no room.
  mutating func place(
    _ sizes: [Point?], beside anchors: [Point?], reach: Double, keepingOff others: [Rect] = []
  ) -> [Rect?] {
    var obstacles = anchors.compactMap { $0.map { Rect(around: $0, reach: reach) } } + others
    return sizes.indices.map { i in
      guard let size = sizes[i], let anchor = anchors[i] else { return nil }
      for side in [sides[i]] + Array(0..<Self.sideCount) {
        let box = box(size, beside: anchor, side: side, reach: reach)
        if room.contains(box), !obstacles.contains(where: box.intersects) {
          sides[i] = side
          obstacles.append(box)
          return box
        }
      }
      return nil
    }
  }

  private static let directions = [
    (1.0, 0.0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1),
  ]
  private static let distances = [1.0, 2.2, 3.4, 4.6]
  private static let sideCount = directions.count * distances.count

  private func box(_ size: Point, beside anchor: Point, side: Int, reach: Double) -> Rect {
    let (ring, direction) = side.quotientAndRemainder(dividingBy: Self.directions.count)
    let (across, down) = Self.directions[direction]
    let gap = reach * Self.distances[ring]
    let center = Point(
      anchor.x + across * (size.x / 2 + gap), anchor.y + down * (size.y / 2 + gap))
    return Rect(
      x: Self.betweenPixels(center.x - size.x / 2), y: Self.betweenPixels(center.y - size.y / 2),
      width: size.x.rounded(.up), height: size.y.rounded(.up))
  }

  /// Where a line one pixel wide is sharp. A label beside a slow head stays as it is for a while.
  private static func betweenPixels(_ place: Double) -> Double {
    (place - 0.5).rounded() + 0.5
  }
}
