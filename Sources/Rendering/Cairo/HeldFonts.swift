import CCairo
import Synchronization

/// The fonts that were drawn with, held to the end of the program. Threads share them, and cairo
/// 1.16 may abort where one lets go of the last hold while another begins to draw.
enum HeldFonts {
  private static let addresses = Mutex<Set<UInt>>([])

  /// Holds the font that a context draws with; there are as many as sizes and directions of text.
  static func hold(of context: OpaquePointer?) {
    guard let font = cairo_get_scaled_font(context) else { return }
    addresses.withLock {
      if $0.insert(UInt(bitPattern: font)).inserted { cairo_scaled_font_reference(font) }
    }
  }
}
