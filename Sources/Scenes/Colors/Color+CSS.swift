extension Color {
  /// "#0055cc", as style sheets and canvases take it.
  public var css: String {
    let digits = String(hex, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
