import CCairo
import Scenes
import Synchronization

/// Measures text as the painter sets it. Any thread may call; they take turns.
public struct CairoTextMeasuring: TextMeasuring {
  /// What text is measured on, made at the first call.
  private static let surface = Mutex<CairoSurface?>(nil)

  /// There is nothing to set.
  public init() {}

  /// The advance in pixels; 0 if the text cannot be set at all.
  public func width(of text: String, in style: TextStyle) -> Double {
    Self.measured(otherwise: 0) { $0.width(of: text, in: style) }
  }

  /// The characters for which the font has no glyph, so that boxes are drawn instead; each once.
  public func missingGlyphs(in text: String) -> [Character] {
    let missing = Self.measured(otherwise: []) { painter in
      text.filter { !painter.hasGlyphs(for: $0) }
    }
    return missing.indices.filter { !missing[..<$0].contains(missing[$0]) }.map { missing[$0] }
  }

  private static func measured<Value: Sendable>(
    otherwise fallback: Value, _ measure: @Sendable (borrowing Painter) -> Value
  ) -> Value {
    surface.withLock { surface in
      if surface == nil { surface = try? CairoSurface(size: PixelSize(width: 1, height: 1)) }
      var value = fallback
      try? surface?.draw { value = measure($0) }
      return value
    }
  }
}
