import Scenes

/// What changes on the screen, and for how long it then stays.
struct AnimationFrame {
  /// Around all pixels that changed.
  let rect: PixelRect
  /// Palette indices of the rectangle, row after row; `AnimationFrames.unchanged` where a pixel
  /// stays.
  let pixels: [UInt8]
  /// From the frame of the film that shows it first to the one that changes something again.
  var duration: Int
}

/// The frames of a film as an animation stores them: those that change something, one after the
/// other.
struct AnimationFrames {
  /// The index of pixels that stay: palettes of films leave it free.
  static let unchanged: UInt8 = 255

  private let size: PixelSize
  private var canvas: FilmCanvas
  private var buffer: IndexBuffer
  private var changes: [RowChange] = []

  init(_ film: any Film, palette: Palette) throws {
    size = film.size
    canvas = try FilmCanvas(film)
    buffer = IndexBuffer(size: film.size, palette: palette)
  }

  /// What frame `index` of the film changes; nil for nothing.
  mutating func frame(_ index: Int) throws -> AnimationFrame? {
    let before = index == 0 ? [] : buffer.pixels
    changes.removeAll(keepingCapacity: true)
    for rect in try canvas.show(index) {
      buffer.update(from: canvas.frame, in: rect, changes: &changes)
    }
    guard index > 0 else {
      return AnimationFrame(rect: PixelRect(size), pixels: buffer.pixels, duration: 1)
    }
    guard let rect = PixelRect(around: changes) else { return nil }
    var pixels: [UInt8] = []
    pixels.reserveCapacity(rect.area)
    for y in rect.minY..<rect.maxY {
      for place in (y * size.width + rect.minX)..<(y * size.width + rect.maxX) {
        let pixel = buffer.pixels[place]
        pixels.append(pixel == before[place] ? Self.unchanged : pixel)
      }
    }
    return AnimationFrame(rect: rect, pixels: pixels, duration: 1)
  }
}
