import Rendering

/// Words in a script that the font does not have.
enum GlyphWarning {
  /// Says on standard error which characters will be boxes.
  static func write(_ texts: [String]) {
    let missing = CairoTextMeasuring().missingGlyphs(in: texts.joined())
    guard !missing.isEmpty else { return }
    StandardError.warn(
      "the font has no \(missing.map { "'\($0)'" }.joined(separator: ", ")); boxes are "
        + "drawn instead")
  }
}
