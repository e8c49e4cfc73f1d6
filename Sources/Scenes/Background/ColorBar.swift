import Contours

/// What the colours of a map mean: a band for each colour, and the levels between them by name.
struct ColorBar {
  let levels: Levels
  let style: ContourStyle
  let typesetting: Typesetting

  private var theme: Theme { typesetting.theme }
  private var measuring: any TextMeasuring { typesetting.measuring }
  private var thickness: Double { (14 * theme.scale).rounded() }
  private var gap: Double { 5 * theme.scale }
  private var text: TextStyle { theme.tick.aligned(.leading) }

  private var words: LevelNames { LevelNames(levels: levels) }
  private var isEmpty: Bool { words.isEmpty }

  var title: String { words.title }
  var names: [String] { words.all }

  /// The room that bar and labels take beside a map, with a gap to it; 0 where there is no bar.
  var width: Double {
    if isEmpty { return 0 }
    let widest = names.map { measuring.width(of: $0, in: text) }.max() ?? 0
    let content = max(thickness + gap + widest, measuring.width(of: title, in: text))
    return (content + 12 * theme.scale).rounded(.up)
  }

  /// The bar with its title at the right of a map.
  func marks(beside map: Rect) -> [Mark] {
    if isEmpty { return [] }
    let left = (map.maxX + 12 * theme.scale).rounded()
    let top = (map.y + text.size * 1.6).rounded()
    let bar = Rect(x: left, y: top, width: thickness, height: map.maxY - top)
    let heading = Mark.text(title, at: Point(left, map.y + text.size * 0.5), text)
    return [heading] + bands(bar) + [.rectangle(bar, fill: nil, stroke: Stroke(theme.colors.frame))]
      + labels(bar)
  }

  private func bands(_ bar: Rect) -> [Mark] {
    BandColors(levels: levels, style: style).bands.enumerated().map { i, color in
      let top = height(i + 1, in: bar)
      let band = Rect(x: bar.x, y: top, width: bar.width, height: height(i, in: bar) - top)
      return .rectangle(band, fill: color, stroke: nil)
    }
  }

  /// Where the band with an index begins, from below.
  private func height(_ i: Int, in bar: Rect) -> Double {
    (bar.maxY - bar.height * Double(i) / Double(levels.values.count + 1)).rounded()
  }

  private func labels(_ bar: Rect) -> [Mark] {
    let left = bar.maxX + gap
    let names = names
    if levels.values.isEmpty {
      return names.map { .text($0, at: Point(left, bar.center.y), text) }
    }
    return shown(names, bar).map { i in
      .text(names[i], at: Point(left, height(i + 1, in: bar)), text)
    }
  }

  /// As many labels as have room, at equal distances: the shortest, which are the roundest.
  private func shown(_ names: [String], _ bar: Rect) -> [Int] {
    let spacing = bar.height / Double(names.count + 1)
    let stride = max(1, Int(clamping: (text.size * 1.3 / spacing).rounded(.up)))
    let choices = (0..<min(stride, names.count)).map { first in
      Array(Swift.stride(from: first, to: names.count, by: stride))
    }
    func length(_ choice: [Int]) -> Double {
      Double(choice.reduce(0) { $0 + names[$1].count }) / Double(choice.count)
    }
    return choices.min { length($0) < length($1) } ?? []
  }
}
