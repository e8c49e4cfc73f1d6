import CTiles
import Scenes

/// What some frames of a film tell about all of them.
struct FilmSurvey {
  /// Where workers may go on from: for each frame to begin with, most of the trails before it.
  let starts: [FilmStart]
  private let canvas: FilmCanvas
  private let counts: ColorCounts
  private let colors: FilmColors

  var size: PixelSize { canvas.frame.size }

  /// Draws the frames looked at.
  ///
  /// - Parameters:
  ///   - firsts: The frames that workers begin with, in order.
  ///   - colors: Whether a palette is wanted. Colours are counted as long as they matter.
  init(_ film: any Film, startingAt firsts: [Int] = [], colors: FilmColors) throws {
    var counts = ColorCounts()
    var canvas = try FilmCanvas(film)
    var starts: [FilmStart] = []
    let samples = Self.samples(of: film.frameCount)
    for (place, index) in samples.enumerated() {
      while starts.count < firsts.count, firsts[starts.count] < index {
        starts.append(canvas.start)
      }
      guard colors.needs(counts) || index == samples.last else {
        try canvas.addTrails(through: index)
        continue
      }
      // The frames from here to the last show what this one shows, but for what is counted later.
      let weight = samples.count - place
      let rects = try canvas.show(index) { surface, rects in
        if place > 0, colors.needs(counts) {
          counts.count(surface, in: rects, weight: -weight)
        }
      }
      if colors.needs(counts) { counts.count(canvas.frame, in: rects, weight: weight) }
    }
    while starts.count < firsts.count { starts.append(canvas.start) }
    self.starts = starts
    self.canvas = canvas
    self.counts = counts
    self.colors = colors
  }

  /// One palette for a whole film, with room for one more entry.
  static func palette(of film: any Film) throws -> Palette {
    Palette(for: try FilmSurvey(film, colors: .palette).counts, limit: FilmColors.limit)
  }

  /// The same as far as colours were counted; nil where all are drawn.
  var palette: Palette? {
    colors.needs(counts) ? Palette(for: counts, limit: FilmColors.limit) : nil
  }

  /// The first frame, the last, and some between, in order.
  private static func samples(of frameCount: Int) -> [Int] {
    guard frameCount > 0 else { return [] }
    return Set((0...15).map { (frameCount - 1) * $0 / 15 }).sorted()
  }

  /// Codes that suit the last frame.
  func codes(_ palette: Palette?) -> TileCodes {
    palette.map { codes(IndexBuffer(size: size, palette: $0), literals: $0.colors.count) }
      ?? codes(ColorBuffer(size: size), literals: 256)
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
