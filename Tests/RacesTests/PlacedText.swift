import Rendering

@testable import Scenes

/// A text where a picture has it.
struct PlacedText {
  let text: String
  let anchor: Point
  let style: TextStyle

  /// Whether a word goes on where the text does not. A formula is no word.
  var hasCutWord: Bool {
    guard text.hasSuffix("…"), let last = text.split(separator: " ").last else { return false }
    return last.dropLast().allSatisfy(\.isLetter) && last.count > 1
  }

  /// The box of capitals and digits, without the room for accents and descenders.
  func box(_ measuring: CairoTextMeasuring) -> Rect {
    let width = measuring.width(of: text, in: style)
    let height = style.size * 0.73
    let left: Double =
      switch style.alignment {
      case .leading: 0
      case .center: -width / 2
      case .trailing: -width
      }
    let top = style.baseline == .middle ? -height / 2 : -height
    return style.isVertical
      ? Rect(x: anchor.x + top, y: anchor.y - left - width, width: height, height: width)
      : Rect(x: anchor.x + left, y: anchor.y + top, width: width, height: height)
  }
}

extension Mark {
  func covers(_ page: Rect) -> Bool {
    guard case .rectangle(let area, .some, _) = self else { return false }
    return area.contains(page)
  }

  /// All texts that say something.
  var texts: [PlacedText] {
    switch self {
    case .text(let text, let anchor, let style):
      text.isEmpty ? [] : [PlacedText(text: text, anchor: anchor, style: style)]
    case .clipped(_, let marks): marks.flatMap(\.texts)
    default: []
    }
  }
}
