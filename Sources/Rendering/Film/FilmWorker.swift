import Scenes

/// Renders some frames in a row.
struct FilmWorker {
  private let chunk: Range<Int>
  private let palette: Palette
  private var canvas: FilmCanvas
  private var buffer: IndexBuffer

  /// Draws the trails of the frames before the chunk, without encoding them.
  init(_ film: any Film, chunk: Range<Int>, palette: Palette) throws {
    self.chunk = chunk
    self.palette = palette
    canvas = try FilmCanvas(film, readyFor: chunk.lowerBound)
    buffer = IndexBuffer(size: film.size, palette: palette)
  }

  /// Hands over the PNG file of each frame of the chunk.
  mutating func run(_ sink: (Int, [UInt8]) throws -> Void) throws {
    for frame in chunk {
      try Task.checkCancellation()
      for rect in try canvas.show(frame, whole: FilmPlan.isWhole(frame)) {
        buffer.update(from: canvas.frame, in: rect)
      }
      let bytes = try PNGEncoder.encode(
        indices: buffer.indices, palette: palette.entries, size: buffer.size)
      try sink(frame, bytes)
    }
  }
}
