import Contours
import Experiments
import JSON

/// The levels of a page's contours: their names, and the colours of the bands between them.
struct PageLevels {
  private let levels: Levels
  private let style: ContourStyle

  init(_ levels: Levels, _ style: ContourStyle) {
    self.levels = levels
    self.style = style
  }

  /// From the lowest; one colour more than names, or as many where f is constant. Null where there
  /// is nothing to name.
  var json: JSON {
    let names = LevelNames(levels: levels)
    if names.isEmpty { return .null }
    return .members([
      "title": .string(names.title),
      "names": .strings(names.all),
      "colors": .strings(BandColors(levels: levels, style: style).bands.map(\.css)),
    ])
  }
}
