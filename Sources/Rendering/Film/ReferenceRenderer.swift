import CCairo
import Scenes

/// Renders films plainly: each frame anew from nothing, in true colour, written by cairo.
///
/// What the fast renderer is measured against, for speed and for truth.
public struct ReferenceRenderer: Sendable {
  /// There is nothing to set.
  public init() {}

  /// The PNG file of one frame.
  ///
  /// - Throws: `CairoError` where the frame cannot be drawn.
  public func png(of film: some Film, frame index: Int) throws -> [UInt8] {
    try CairoPNG.encode(surface(of: film, frame: index))
  }

  /// Hands over each frame in turn.
  ///
  /// - Throws: what the sink throws, `CancellationError`, and what keeps a frame from being drawn.
  public func render(_ film: some Film, to sink: (Int, [UInt8]) throws -> Void) throws {
    for index in 0..<film.frameCount {
      try Task.checkCancellation()
      try sink(index, png(of: film, frame: index))
    }
  }

  func surface(of film: some Film, frame index: Int) throws -> CairoSurface {
    let surface = try CairoSurface.painted(film.background)
    try surface.draw { painter throws(CairoError) in
      for earlier in 0...index {
        for element in film.trails(ofFrame: earlier) { try painter.paint(element.marks) }
      }
      for element in film.overlay(ofFrame: index) { try painter.paint(element.marks) }
    }
    return surface
  }
}
