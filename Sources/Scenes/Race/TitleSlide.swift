/// What is shown before the race: what it is about and who takes part.
public struct TitleSlide: Sendable {
  public struct Words: Hashable, Sendable {
    public var title: String
    public var subtitle: String

    public init(title: String, subtitle: String = "") {
      self.title = title
      self.subtitle = subtitle
    }
  }

  /// Covers the page.
  let element: Element

  init(
    _ words: Words, entrants: [RaceEntrant], frame: RaceFrame, measuring: any TextMeasuring
  ) {
    let theme = frame.theme
    let page = frame.size.rect
    let width = page.width - 96 * theme.scale
    let names = entrants.prefix(12)
    let line = min(36 * theme.scale, page.height * 0.5 / Double(max(names.count, 1)))
    var y = page.center.y - (Double(names.count) * line + 90 * theme.scale) / 2
    var marks = [Mark.rectangle(page, fill: theme.colors.paper, stroke: nil)]
    func write(_ text: String, _ style: TextStyle) {
      let style = style.aligned(.center)
      marks.append(
        .text(measuring.fit(text, in: style, width: width), at: Point(page.center.x, y), style))
    }
    write(words.title, theme.headline.sized(40 * theme.scale))
    y += 48 * theme.scale
    write(words.subtitle, theme.label.sized(19 * theme.scale).colored(theme.colors.muted))
    y += 60 * theme.scale
    let style = theme.name.sized(min(20 * theme.scale, line * 0.62)).aligned(.leading)
    let texts = names.map { entrant in
      let settings = entrant.settings.isEmpty ? "" : "  " + entrant.settings
      return measuring.fit(entrant.title + settings, in: style, width: width * 0.8)
    }
    let left = page.center.x - (texts.map { measuring.width(of: $0, in: style) }.max() ?? 0) / 2
    for (entrant, text) in zip(names, texts) {
      marks.append(
        .marker(
          entrant.style.shape, at: Point(left - 16 * theme.scale, y), size: theme.marker,
          fill: entrant.style.color, halo: theme.colors.halo))
      marks.append(.text(text, at: Point(left + 4 * theme.scale, y), style))
      y += line
    }
    element = Element(bounds: page, marks: marks)
  }
}
