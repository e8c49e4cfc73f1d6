import CCairo
import Scenes

extension Painter {
  /// Text that looks the same everywhere: grey, unhinted, with widths proportional to the size.
  func setFontOptions() {
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
  }

  func paint(_ text: String, at anchor: Point, _ style: TextStyle) {
    guard anchor.x.isFinite, anchor.y.isFinite else { return }
    select(style)
    let offset = offset(of: text, style)
    cairo_save(context)
    cairo_translate(context, anchor.x, anchor.y)
    if style.isVertical {
      cairo_rotate(context, -Double.pi / 2)
      HeldFonts.hold(of: context)
    }
    cairo_move_to(context, offset.x, offset.y)
    setSource(style.color)
    cairo_show_text(context, VisualOrder.of(text))
    cairo_new_path(context)
    cairo_restore(context)
  }

  /// The advance of the text, before any rotation.
  func width(of text: String, in style: TextStyle) -> Double {
    select(style)
    return extents(of: text).x_advance
  }

  /// Whether the face of labels can draw a character.
  func hasGlyphs(for character: Character) -> Bool {
    select(TextStyle(size: 12, color: Color(0)))
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    let status = cairo_scaled_font_text_to_glyphs(
      cairo_get_scaled_font(context), 0, 0, String(character), -1, &glyphs, &count, nil, nil, nil)
    defer { cairo_glyph_free(glyphs) }
    return status == CAIRO_STATUS_SUCCESS && (0..<Int(count)).allSatisfy { glyphs?[$0].index != 0 }
  }

  /// Where the text starts, seen from its anchor.
  private func offset(of text: String, _ style: TextStyle) -> Point {
    let shift: Double =
      switch style.alignment {
      case .leading: 0
      case .center: -extents(of: text).x_advance / 2
      case .trailing: -extents(of: text).x_advance
      }
    let drop: Double =
      switch style.baseline {
      case .alphabetic: 0
      case .middle: -extents(of: "H").y_bearing / 2
      }
    return Point(shift, drop)
  }

  private func extents(of text: String) -> cairo_text_extents_t {
    var extents = cairo_text_extents_t()
    cairo_text_extents(context, text, &extents)
    return extents
  }

  /// Where the face is not installed, cairo takes the nearest that is.
  private func select(_ style: TextStyle) {
    let family =
      switch style.family {
      case .sans: "DejaVu Sans"
      case .mono: "DejaVu Sans Mono"
      }
    cairo_select_font_face(
      context, family, CAIRO_FONT_SLANT_NORMAL,
      style.weight == .bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    cairo_set_font_size(context, style.size)
    HeldFonts.hold(of: context)
  }
}
