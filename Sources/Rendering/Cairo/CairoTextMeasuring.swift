import CCairo
import Scenes

/// Measures text as the painter sets it. Each call uses a context of its own, so that any thread
/// may call.
public struct CairoTextMeasuring: TextMeasuring {
  public init() {}

  /// The advance in pixels; 0 if the text cannot be set at all.
  public func width(of text: String, in style: TextStyle) -> Double {
    var width = 0.0
    let surface = try? CairoSurface(size: PixelSize(width: 1, height: 1))
    try? surface?.draw { width = $0.width(of: text, in: style) }
    return width
  }

  /// The characters for which the font has no glyph, so that boxes are drawn instead; each once.
  public func missingGlyphs(in text: String) -> [Character] {
    var missing: [Character] = []
    let surface = try? CairoSurface(size: PixelSize(width: 1, height: 1))
    try? surface?.draw { painter in
      missing = text.filter { !painter.hasGlyphs(for: $0) }
    }
    return missing.indices.filter { !missing[..<$0].contains(missing[$0]) }.map { missing[$0] }
  }
}
