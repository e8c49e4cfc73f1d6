import Scenes

/// The pixels to be redrawn, as few rectangles.
struct DirtyRegion {
  let size: PixelSize
  private(set) var rects: [PixelRect] = []

  init(size: PixelSize) {
    self.size = size
  }

  /// Adds the pixels that a rectangle touches.
  mutating func insert(_ rect: Rect) {
    if let rect = PixelRect(around: rect, in: size) { insert(rect) }
  }

  /// Rectangles are joined where that covers no more pixels than they do apart.
  mutating func insert(_ rect: PixelRect) {
    var added = rect
    while let index = rects.firstIndex(where: { joins($0, added) }) {
      added = added.union(rects.remove(at: index))
    }
    rects.append(added)
  }

  private func joins(_ a: PixelRect, _ b: PixelRect) -> Bool {
    a.union(b).area <= a.area + b.area
  }

  /// Adds the bounds of elements that are not the same in two overlays.
  mutating func insertDifferences(of old: [Element], _ new: [Element]) {
    for (old, new) in zip(old, new) where old != new {
      insert(old.bounds)
      insert(new.bounds)
    }
    for element in old.dropFirst(new.count) { insert(element.bounds) }
    for element in new.dropFirst(old.count) { insert(element.bounds) }
  }

  /// Grows until every element lies within or without, so that those within can be drawn anew
  /// without a clip, whose edge would change the shades of what it cuts. Returns which are within.
  mutating func grow(around elements: [Element]) -> [Bool] {
    let bounds = elements.map { PixelRect(around: $0.bounds, in: size) }
    var isWithin = bounds.map { _ in false }
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for (place, rect) in bounds.enumerated() where !isWithin[place] {
        guard let rect, rects.contains(where: rect.intersects) else { continue }
        insert(rect)
        isWithin[place] = true
        hasGrown = true
      }
    }
    return isWithin
  }

  /// The same pixels as rectangles without common ones.
  var pieces: [PixelRect] {
    rects.indices.reduce(into: []) { pieces, place in
      pieces += rects[..<place].reduce([rects[place]]) { rest, earlier in
        rest.flatMap { $0.subtracting(earlier) }
      }
    }
  }
}
