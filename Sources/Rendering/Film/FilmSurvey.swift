import CTiles
import Scenes

/// What some frames of a film tell about all of them.
struct FilmSurvey {
  /// One palette for the whole film, with room for one more entry.
  let palette: Palette
  /// Where workers may go on from: for each frame to begin with, most of the trails before it.
  let starts: [FilmStart]
  private let canvas: FilmCanvas

  var size: PixelSize { canvas.frame.size }

  /// Draws the frames looked at.
  ///
  /// - Parameter firsts: The frames that workers begin with, in order.
  init(_ film: any Film, startingAt firsts: [Int] = []) throws {
    var counts = ColorCounts()
    var canvas = try FilmCanvas(film)
    var starts: [FilmStart] = []
    let samples = Self.samples(of: film.frameCount)
    for (place, index) in samples.enumerated() {
      while starts.count < firsts.count, firsts[starts.count] < index {
        starts.append(canvas.start)
      }
      // The frames from here to the last show what this one shows, but for what is counted later.
      let weight = samples.count - place
      let rects = try canvas.show(index) { surface, rects in
        if place > 0 { counts.count(surface, in: rects, weight: -weight) }
      }
      counts.count(canvas.frame, in: rects, weight: weight)
    }
    while starts.count < firsts.count { starts.append(canvas.start) }
    self.starts = starts
    self.canvas = canvas
    palette = Palette(for: counts, limit: 255)
  }

  /// The first frame, the last, and some between, in order.
  private static func samples(of frameCount: Int) -> [Int] {
    guard frameCount > 0 else { return [] }
    return Set((0...15).map { (frameCount - 1) * $0 / 15 }).sorted()
  }

  /// Codes that suit the last frame.
  func codes(hasPalette: Bool) -> TileCodes {
    hasPalette
      ? codes(IndexBuffer(size: size, palette: palette), literals: palette.colors.count)
      : codes(ColorBuffer(size: size), literals: 256)
  }

  private func codes(_ empty: some PixelBuffer, literals: Int) -> TileCodes {
    var buffer = empty
    var changes: [RowChange] = []
    buffer.update(from: canvas.frame, in: PixelRect(buffer.size), changes: &changes)
    let image = descent_tile_image(
      size: buffer.size, isWide: MemoryLayout.size(ofValue: buffer.pixels[0]) > 1)
    return TileCodes(image, pixels: buffer.pixels, literals: literals)
  }
}
