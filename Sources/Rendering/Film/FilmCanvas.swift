import Scenes

/// A film's layers as pixels: what stays, and the frame that lies above.
///
/// The base holds background and trails and only gains. The frame is the base with an overlay;
/// from one frame to the next it is redrawn where something changed.
struct FilmCanvas {
  private let film: any Film
  private let base: CairoSurface
  let frame: CairoSurface
  /// The overlay that the frame shows; nil before the first.
  private var shown: [Element]?

  /// A canvas ready for frame `first`: the trails of the frames before it are drawn.
  init(_ film: any Film, readyFor first: Int) throws {
    self.film = film
    base = try CairoSurface.painted(film.background)
    frame = try CairoSurface(size: film.size)
    for index in 0..<first { _ = try addTrails(ofFrame: index) }
  }

  /// Draws what a frame adds to the trails.
  mutating func addTrails(ofFrame index: Int) throws -> [Element] {
    try Task.checkCancellation()
    let trails = film.trails(ofFrame: index)
    if !trails.isEmpty {
      try base.draw { painter in
        for element in trails { painter.paint(element.marks) }
      }
    }
    return trails
  }

  /// Makes the frame show frame `index`, whose predecessors' trails are drawn; returns where it
  /// changed. A whole redraw does not depend on what was shown before.
  mutating func show(_ index: Int, whole: Bool) throws -> [PixelRect] {
    let trails = try addTrails(ofFrame: index)
    let overlay = film.overlay(ofFrame: index)
    let dirty = dirtyRects(trails: trails, overlay: overlay, whole: whole)
    try redraw(dirty, overlay)
    shown = overlay
    return dirty
  }

  private func dirtyRects(trails: [Element], overlay: [Element], whole: Bool) -> [PixelRect] {
    guard let shown, !whole else { return [PixelRect(film.size)] }
    var region = DirtyRegion(size: film.size)
    for element in trails { region.insert(element.bounds) }
    for (old, new) in zip(shown, overlay) where old != new {
      region.insert(old.bounds)
      region.insert(new.bounds)
    }
    for element in shown.dropFirst(overlay.count) { region.insert(element.bounds) }
    for element in overlay.dropFirst(shown.count) { region.insert(element.bounds) }
    return region.rects
  }

  private func redraw(_ dirty: [PixelRect], _ overlay: [Element]) throws {
    guard !dirty.isEmpty else { return }
    try frame.draw { painter in
      painter.clip(to: dirty)
      painter.copy(base)
      for element in overlay where touches(element, dirty) { painter.paint(element.marks) }
    }
  }

  private func touches(_ element: Element, _ dirty: [PixelRect]) -> Bool {
    guard let rect = PixelRect(around: element.bounds, in: film.size) else { return false }
    return dirty.contains(where: rect.intersects)
  }
}
