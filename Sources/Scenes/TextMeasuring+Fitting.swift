extension TextMeasuring {
  /// The text, or as many of its first words as fit with an ellipsis. A first word that does not
  /// fit alone is cut; nothing is left where not even a letter fits.
  func fit(_ text: String, in style: TextStyle, width limit: Double) -> String {
    if width(of: text, in: style) <= limit { return text }
    let words = text.split(separator: " ").map(String.init)
    let heads = words.indices.dropFirst().map { words[..<$0].joined(separator: " ") + " …" }
    if let head = heads.last(where: { width(of: $0, in: style) <= limit }) { return head }
    return cut(text, in: style, width: limit)
  }

  private func cut(_ text: String, in style: TextStyle, width limit: Double) -> String {
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

  /// The text in lines that break between words; the last is cut where there are more than `most`.
  func lines(
    of text: String, in style: TextStyle, width limit: Double, atMost most: Int
  ) -> [String] {
    var lines: [String] = []
    var rest = text.split(separator: " ")[...]
    while !rest.isEmpty, lines.count < most - 1 {
      // A word longer than a line is cut.
      var line = String(rest.removeFirst())
      while let word = rest.first, width(of: line + " " + word, in: style) <= limit {
        line += " " + rest.removeFirst()
      }
      lines.append(fit(line, in: style, width: limit))
    }
    if !rest.isEmpty { lines.append(fit(rest.joined(separator: " "), in: style, width: limit)) }
    return lines
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
