import Scenes

/// A film's layers as pixels: what stays, and the frame that lies above.
///
/// The base holds background and trails and only gains. The frame is the base with an overlay;
/// from one frame shown to the next it is redrawn where something changed. The pixels are those of
/// a frame drawn anew, whatever was shown before.
struct FilmCanvas {
  private let film: any Film
  private let base: CairoSurface
  let frame: CairoSurface
  /// The first frame whose trails are not drawn yet.
  private var next = 0
  /// Trails that the frame does not show yet.
  private var fresh: [Element] = []
  /// The overlay that the frame shows; nil before the first.
  private var shown: [Element]?

  init(_ film: any Film) throws {
    self.film = film
    base = try CairoSurface.painted(film.background)
    frame = try CairoSurface(size: film.size)
  }

  /// Goes on from where another canvas for the film was, or anew where one has done so already.
  init(_ film: any Film, from start: FilmStart) throws {
    self.film = film
    frame = try CairoSurface(size: film.size)
    if let pixels = start.take() {
      base = try CairoSurface(size: film.size)
      base.replacePixels(by: pixels)
      next = start.frame
    } else {
      base = try CairoSurface.painted(film.background)
    }
  }

  /// What there is of background and trails.
  var start: FilmStart { FilmStart(frame: next, pixels: base.raster) }

  /// Makes the frame show frame `index`, which comes after those shown before; returns where it
  /// changed. `isChanging` hears where it will.
  mutating func show(
    _ index: Int, isChanging: (CairoSurface, [PixelRect]) -> Void = { _, _ in }
  ) throws -> [PixelRect] {
    try addTrails(through: index)
    let overlay = film.overlay(ofFrame: index)
    var region = DirtyRegion(size: film.size)
    if let shown {
      for element in fresh { region.insert(element.bounds) }
      region.insertDifferences(of: shown, overlay)
    } else {
      region.insert(PixelRect(film.size))
    }
    let touched = region.grow(around: overlay)
    let pieces = region.pieces
    isChanging(frame, pieces)
    frame.copy(base, in: pieces)
    try frame.draw { painter throws(CairoError) in
      for (element, isTouched) in zip(overlay, touched) where isTouched {
        try painter.paint(element.marks)
      }
    }
    shown = overlay
    fresh.removeAll(keepingCapacity: true)
    return pieces
  }

  /// Draws the trails of the frames up to one that comes after those drawn before.
  mutating func addTrails(through index: Int) throws {
    while next <= index {
      try Task.checkCancellation()
      let trails = film.trails(ofFrame: next)
      if !trails.isEmpty {
        try base.draw { painter throws(CairoError) in
          for element in trails { try painter.paint(element.marks) }
        }
        fresh += trails
      }
      next += 1
    }
  }
}
