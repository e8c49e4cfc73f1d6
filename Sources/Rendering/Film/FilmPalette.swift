import Scenes

extension Palette {
  /// One palette for a whole film, chosen by some of its frames.
  init(for film: any Film) throws {
    var counts = ColorCounts()
    var canvas = try FilmCanvas(film, readyFor: 0)
    let samples = Palette.samples(of: film.frameCount)
    for index in 0..<film.frameCount {
      if samples.contains(index) {
        _ = try canvas.show(index, whole: true)
        counts.count(canvas.frame)
      } else {
        _ = try canvas.addTrails(ofFrame: index)
      }
    }
    self.init(for: counts)
  }

  /// The first frame, the last, and some between.
  private static func samples(of frameCount: Int) -> Set<Int> {
    let last = max(0, frameCount - 1)
    return Set((0...15).map { last * $0 / 15 })
  }
}
