import Contours
import Scenes

/// A rectangle of whole pixels within a picture: from the minimum up to, not with, the maximum.
struct PixelRect: Hashable, Sendable {
  let minX: Int
  let minY: Int
  let maxX: Int
  let maxY: Int

  /// The whole picture.
  init(_ size: PixelSize) {
    self.init(minX: 0, minY: 0, maxX: size.width, maxY: size.height)
  }

  /// The pixels that `rect` touches within a picture; nil if there are none.
  init?(around rect: Rect, in size: PixelSize) {
    guard !rect.x.isNaN, !rect.y.isNaN, !rect.maxX.isNaN, !rect.maxY.isNaN else { return nil }
    func pixel(_ edge: Double, _ rule: FloatingPointRoundingRule, within length: Int) -> Int {
      min(max(Int(clamping: edge.rounded(rule)), 0), length)
    }
    self.init(
      minX: pixel(rect.x, .down, within: size.width),
      minY: pixel(rect.y, .down, within: size.height),
      maxX: pixel(rect.maxX, .up, within: size.width),
      maxY: pixel(rect.maxY, .up, within: size.height))
    guard area > 0 else { return nil }
  }

  private init(minX: Int, minY: Int, maxX: Int, maxY: Int) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The least rectangle around some changes; nil for none.
  init?(around changes: [RowChange]) {
    guard let first = changes.first else { return nil }
    var (minX, minY, maxX, maxY) = (first.minX, first.y, first.maxX, first.y + 1)
    for change in changes {
      (minX, maxX) = (min(minX, change.minX), max(maxX, change.maxX))
      (minY, maxY) = (min(minY, change.y), max(maxY, change.y + 1))
    }
    self.init(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }

  var area: Int { max(0, maxX - minX) * max(0, maxY - minY) }

  func intersects(_ other: PixelRect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// The least rectangle around both.
  func union(_ other: PixelRect) -> PixelRect {
    PixelRect(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// The pixels that are not in another rectangle, as up to four rectangles.
  func subtracting(_ other: PixelRect) -> [PixelRect] {
    guard intersects(other) else { return [self] }
    let top = max(minY, other.minY)
    let bottom = min(maxY, other.maxY)
    let parts = [
      PixelRect(minX: minX, minY: minY, maxX: maxX, maxY: top),
      PixelRect(minX: minX, minY: top, maxX: other.minX, maxY: bottom),
      PixelRect(minX: other.maxX, minY: top, maxX: maxX, maxY: bottom),
      PixelRect(minX: minX, minY: bottom, maxX: maxX, maxY: maxY),
    ]
    return parts.filter { $0.minX < $0.maxX && $0.minY < $0.maxY }
  }
}
