/// What is shown before the race: what it is about and who takes part.
public struct TitleSlide: Sendable {
  /// What stands above the entrants' names.
  public struct Words: Hashable, Sendable {
    /// Set in at most three lines.
    public var title: String
    /// Smaller, in at most two lines; empty for none.
    public var subtitle: String

    /// The words, of which long ones are set in several lines.
    public init(title: String, subtitle: String = "") {
      self.title = title
      self.subtitle = subtitle
    }
  }

  /// Covers the page.
  let element: Element

  private static let mostNames = 12

  init(
    _ words: Words, entrants: [RaceEntrant], frame: RaceFrame
  ) {
    let page = frame.size.rect
    let whole = Stack(words, entrants, page: page, frame.typesetting)
    // On a page that is too low everything is smaller.
    let share = min(1, 0.94 * page.height / whole.height)
    let theme = Theme(frame.theme.colors, scale: frame.theme.scale * share)
    let stack = Stack(words, entrants, page: page, frame.typesetting.with(theme))
    let background = Mark.rectangle(page, fill: theme.colors.paper, stroke: nil)
    element = Element(bounds: page, marks: [background] + stack.marks(in: page))
  }

  /// All that the slide says, from top to bottom.
  private struct Stack {
    private let title: Heading
    private let subtitle: Heading
    private let names: Names
    /// Above the subtitle and below it.
    private let gaps: (Double, Double)

    init(
      _ words: Words, _ entrants: [RaceEntrant], page: Rect, _ typesetting: Typesetting
    ) {
      let (theme, measuring) = (typesetting.theme, typesetting.measuring)
      let width = page.width - 96 * theme.scale
      title = Heading(
        words.title, theme.headline.sized(40 * theme.scale), atMost: 3, width: width, measuring)
      subtitle = Heading(
        words.subtitle, theme.label.sized(19 * theme.scale).colored(theme.colors.muted), atMost: 2,
        width: width, measuring)
      names = Names(
        entrants, height: page.height * 0.5, width: width * 0.8, typesetting)
      gaps = (20 * theme.scale, 40 * theme.scale)
    }

    var height: Double { title.height + gaps.0 + subtitle.height + gaps.1 + names.height }

    func marks(in page: Rect) -> [Mark] {
      let x = page.center.x
      let top = page.center.y - height / 2
      let middle = top + title.height + gaps.0
      return title.marks(at: Point(x, top)) + subtitle.marks(at: Point(x, middle))
        + names.marks(at: Point(x, middle + subtitle.height + gaps.1))
    }
  }

  /// Words in lines below one another.
  private struct Heading {
    private let lines: [String]
    private let style: TextStyle
    private var lineHeight: Double { 1.2 * style.size }

    init(
      _ text: String, _ style: TextStyle, atMost most: Int, width: Double,
      _ measuring: any TextMeasuring
    ) {
      self.style = style.aligned(.center)
      lines = measuring.lines(of: text, in: style, width: width, atMost: most)
    }

    var height: Double { Double(lines.count) * lineHeight }

    /// From the middle of the upper edge.
    func marks(at top: Point) -> [Mark] {
      lines.enumerated().map { i, line in
        .text(line, at: Point(top.x, top.y + (Double(i) + 0.5) * lineHeight), style)
      }
    }
  }

  /// A line for each entrant, as far as there is room for so many.
  private struct Names {
    private let rows: [(marker: EntrantStyle?, text: String)]
    private let lineHeight: Double
    private let width: Double
    private let style: TextStyle
    private let theme: Theme

    init(
      _ entrants: [RaceEntrant], height: Double, width: Double, _ typesetting: Typesetting
    ) {
      let (theme, measuring) = (typesetting.theme, typesetting.measuring)
      let isCut = entrants.count > mostNames
      let shown = entrants.prefix(isCut ? mostNames - 1 : mostNames)
      let line = min(36 * theme.scale, height / Double(max(shown.count, 1)))
      let style = theme.name.sized(min(20 * theme.scale, line * 0.62)).aligned(.leading)
      let names = shown.map { entrant -> (EntrantStyle?, String) in
        let settings = entrant.settings.isEmpty ? "" : "  " + entrant.settings
        return (entrant.style, measuring.fit(entrant.title + settings, in: style, width: width))
      }
      rows = names + (isCut ? [(nil, "and \(entrants.count - shown.count) more")] : [])
      self.width = rows.map { measuring.width(of: $0.text, in: style) }.max() ?? 0
      self.theme = theme
      self.style = style
      lineHeight = line
    }

    var height: Double { Double(rows.count) * lineHeight }

    /// From the middle of the upper edge.
    func marks(at top: Point) -> [Mark] {
      rows.enumerated().flatMap { i, row -> [Mark] in
        let y = top.y + (Double(i) + 0.5) * lineHeight
        let left = top.x - width / 2
        let marker = row.marker.map {
          Mark.marker(
            $0.shape, at: Point(left - 16 * theme.scale, y), size: theme.marker, fill: $0.color,
            halo: theme.colors.halo)
        }
        return [marker].compactMap { $0 }
          + [.text(row.text, at: Point(left + 4 * theme.scale, y), style)]
      }
    }
  }
}
