import Scenes

/// The pixels to be redrawn, as few rectangles.
struct DirtyRegion {
  let size: PixelSize
  private(set) var rects: [PixelRect] = []

  init(size: PixelSize) {
    self.size = size
  }

  /// Adds the pixels that a rectangle touches. Rectangles are joined where that covers no more
  /// pixels than they do apart.
  mutating func insert(_ rect: Rect) {
    guard var added = PixelRect(around: rect, in: size) else { return }
    while let index = rects.firstIndex(where: { joins($0, added) }) {
      added = added.union(rects.remove(at: index))
    }
    rects.append(added)
  }

  private func joins(_ a: PixelRect, _ b: PixelRect) -> Bool {
    a.union(b).area <= a.area + b.area
  }
}
