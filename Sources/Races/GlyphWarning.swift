import Output
import Rendering

/// Words in a script that the font does not have.
enum GlyphWarning {
  /// Tells which characters will be boxes.
  static func write(_ texts: [String], to reporter: any Reporter) {
    let missing = CairoTextMeasuring().missingGlyphs(in: texts.joined())
    guard !missing.isEmpty else { return }
    reporter.warn(
      "the font has no \(missing.map { "'\($0)'" }.joined(separator: ", ")); boxes are "
        + "drawn instead")
  }
}
