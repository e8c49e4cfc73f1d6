extension TextMeasuring {
  /// The text, or as much of its beginning as fits with an ellipsis; empty if nothing fits.
  func fit(_ text: String, in style: TextStyle, width limit: Double) -> String {
    if width(of: text, in: style) <= limit { return text }
    let characters = Array(text)
    var low = 0
    var high = max(characters.count - 1, 0)
    while low < high {
      let middle = (low + high + 1) / 2
      let candidate = String(characters.prefix(middle)) + "…"
      if width(of: candidate, in: style) <= limit { low = middle } else { high = middle - 1 }
    }
    guard low > 0 else { return "" }
    return String(characters.prefix(low)) + "…"
  }

  /// As many of the parts, from the first on, as fit whole.
  func whole(
    _ parts: [String], joinedBy separator: String, in style: TextStyle, width limit: Double
  ) -> String {
    let texts = (0...parts.count).map { parts.prefix($0).joined(separator: separator) }
    return texts.last { width(of: $0, in: style) <= limit } ?? ""
  }

  /// The rectangle a horizontal text takes, with room for accents and descenders.
  func bounds(of text: String, at anchor: Point, in style: TextStyle) -> Rect {
    let width = width(of: text, in: style)
    let left: Double =
      switch style.alignment {
      case .leading: anchor.x
      case .center: anchor.x - width / 2
      case .trailing: anchor.x - width
      }
    let drop = style.baseline == .middle ? style.size * 0.36 : 0
    return Rect(
      x: left, y: anchor.y + drop - style.size, width: width, height: style.size * 1.3)
  }
}
