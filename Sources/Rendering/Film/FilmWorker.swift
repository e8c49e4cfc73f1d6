import Scenes

/// Renders some frames of a film, in order.
struct FilmWorker {
  private var canvas: FilmCanvas
  private var encoder: any FrameEncoder

  init(_ film: any Film, from start: FilmStart, format: FilmFormat) throws {
    canvas = try FilmCanvas(film, from: start)
    encoder = format.makeEncoder()
  }

  /// The PNG file of a frame, which comes after those before.
  mutating func png(ofFrame index: Int) throws -> [UInt8] {
    encoder.update(from: canvas.frame, in: try canvas.show(index))
    return try encoder.png()
  }
}
