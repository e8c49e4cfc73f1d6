import Scenes

/// An image in memory without padding, brought up to date part by part.
protocol PixelBuffer {
  /// What is kept of a pixel.
  associatedtype Pixel: BitwiseCopyable

  /// In pixels.
  var size: PixelSize { get }
  /// Row after row.
  var pixels: [Pixel] { get }
  /// Takes over the pixels of a surface of the same size within a rectangle, and appends where they
  /// differ from those before.
  mutating func update(
    from surface: CairoSurface, in rect: PixelRect, changes: inout [RowChange])
}

/// Pixels of a row that changed, with those between: from the minimum up to, not with, the maximum.
struct RowChange: Hashable {
  let y: Int
  let minX: Int
  let maxX: Int
}
