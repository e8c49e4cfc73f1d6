/// Finds boxes beside moving points that touch neither each other nor the points, for all moments
/// of a film at once: a label changes sides as seldom as can be, and stands near its own point
/// rather than near another.
///
/// One label is placed after another, each on the cheapest sequence of sides (by dynamic
/// programming over the moments) that keeps off those placed before.
struct LabelPlan {
  let room: Rect
  /// How far the ink of a point reaches.
  let reach: Double
  /// The points at each moment.
  let anchors: [[Point?]]
  /// What no label may cover, at any moment.
  var fixed: [Rect] = []
  /// The sizes of their labels; nil for none.
  let sizes: [[Point?]]
  /// What else is to be kept off at each moment, if there is room.
  let obstacles: [[Rect]]
  /// For how many frames each moment is shown.
  let durations: [Int]

  /// What a frame costs, in frames that a label stands one ring farther out.
  private enum Cost {
    static let change = 12.0
    static let hiding = 8.0
    static let strangeness = 5.0
    static let covering = 4.0
    /// Of a direction against the one before it in the list.
    static let direction = 0.02
  }

  /// For each moment a box for each point, nil where there is no room.
  var boxes: [[Rect?]] {
    var taken = anchors.map { anchors in
      anchors.compactMap { $0.map { Rect(around: $0, reach: reach - LabelSide.slack) } } + fixed
    }
    var boxes = anchors.map { $0.map { _ in Rect?.none } }
    for label in 0..<(anchors.first?.count ?? 0) {
      for (moment, box) in places(of: label, keepingOff: taken).enumerated() {
        boxes[moment][label] = box
        if let box { taken[moment].append(box) }
      }
    }
    return boxes
  }

  /// Far rings are searched where there are few labels to keep off.
  private var sides: [LabelSide] {
    let isCrowded = (anchors.first?.count ?? 0) > 12
    return LabelSide.all.filter { !isCrowded || $0.ring == 0 }
  }

  /// A side of each moment that can be had, and what it costs.
  private struct Choice {
    let box: Rect?
    let cost: Double
  }

  private func choices(_ label: Int, at moment: Int, keepingOff taken: [Rect]) -> [Choice?] {
    guard let anchor = anchors[moment][label], let size = sizes[moment][label] else {
      // Nobody sees on which side nothing stands.
      return Array(repeating: Choice(box: nil, cost: 0), count: sides.count + 1)
    }
    let duration = Double(durations[moment])
    return sides.enumerated().map { i, side in
      let box = side.box(size, beside: anchor, reach: reach)
      guard room.contains(box), !taken.contains(where: box.intersects) else { return nil }
      let strangeness = isNearerToAnother(box, label, at: moment) ? Cost.strangeness : 0
      let covering = obstacles[moment].contains(where: box.intersects) ? Cost.covering : 0
      let cost = Double(side.ring) + Cost.direction * Double(i) + strangeness + covering
      return Choice(box: box, cost: cost * duration)
    } + [Choice(box: nil, cost: Cost.hiding * duration)]
  }

  private func isNearerToAnother(_ box: Rect, _ label: Int, at moment: Int) -> Bool {
    guard let own = anchors[moment][label] else { return false }
    let distance = box.nearest(to: own).distance(to: own)
    return anchors[moment].enumerated().contains { i, other in
      // Points that lie on one another cannot be told apart by any label.
      guard i != label, let other, other.distance(to: own) > reach else { return false }
      return box.nearest(to: other).distance(to: other) < distance
    }
  }

  /// The cheapest sequence of boxes: the last of the choices at each moment is to hide.
  private func places(of label: Int, keepingOff taken: [[Rect]]) -> [Rect?] {
    let choices = anchors.indices.map { self.choices(label, at: $0, keepingOff: taken[$0]) }
    var totals = sides.map { _ in 0.0 } + [0]
    var origins: [[Int]] = []
    for moment in choices {
      let best = totals.indices.min { totals[$0] < totals[$1] } ?? 0
      let origin = totals.indices.map { totals[$0] <= totals[best] + Cost.change ? $0 : best }
      totals = zip(totals, moment).map { total, choice in
        guard let choice else { return .infinity }
        return min(total, totals[best] + Cost.change) + choice.cost
      }
      origins.append(origin)
    }
    var side = totals.indices.min { totals[$0] < totals[$1] } ?? 0
    var boxes: [Rect?] = []
    for moment in choices.indices.reversed() {
      boxes.append(choices[moment][side]?.box)
      side = origins[moment][side]
    }
    return boxes.reversed()
  }
}
