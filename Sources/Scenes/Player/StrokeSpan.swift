import Experiments
import JSON

/// A stroke and the entries in a row that show it.
struct StrokeSpan: Hashable {
  let stroke: PageStroke
  private(set) var entries: ClosedRange<Int>

  /// The strokes of one entry after the other, each kept once for as long as it stays.
  static func spans(of strokes: [[PageStroke]]) -> [StrokeSpan] {
    var spans: [StrokeSpan] = []
    var latest: [Int] = []
    for (entry, strokes) in strokes.enumerated() {
      latest = strokes.map { stroke in
        if let i = latest.first(where: { spans[$0].stroke == stroke }) {
          spans[i].entries = spans[i].entries.lowerBound...entry
          return i
        }
        spans.append(StrokeSpan(stroke: stroke, entries: entry...entry))
        return spans.count - 1
      }
    }
    return spans
  }
}

extension [StrokeSpan] {
  /// How many numbers they take.
  var size: Int { reduce(0) { $0 + $1.stroke.numbers.count + 1 } }

  /// What a run tells of its overlays; nothing where it has none.
  var members: [JSON.Member] { isEmpty ? [] : [JSON.Member("overlay", json)] }

  /// Their looks, and of each the look, the first of its entries, how many these are, and its
  /// numbers.
  var json: JSON {
    var looks: [PageStroke.Look] = []
    let strokes = map { span -> JSON in
      let look = looks.firstIndex(of: span.stroke.look) ?? looks.count
      if look == looks.count { looks.append(span.stroke.look) }
      let place = [look, span.entries.lowerBound, span.entries.count]
      return .array(place.map(JSON.integer) + span.stroke.numbers.map(JSON.number))
    }
    return .members(["looks": .array(looks.map(\.json)), "strokes": .array(strokes)])
  }
}
