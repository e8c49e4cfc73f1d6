import CCairo

/// Why something could not be drawn, in cairo's words.
public struct CairoError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ status: cairo_status_t) {
    description = "cannot draw: " + String(cString: cairo_status_to_string(status))
  }

  /// Throws unless `status` is success.
  static func check(_ status: cairo_status_t) throws(CairoError) {
    guard status == CAIRO_STATUS_SUCCESS else { throw CairoError(status) }
  }
}
