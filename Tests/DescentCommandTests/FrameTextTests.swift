import Experiments
import Objectives
import Optimizers
import Rendering
import Testing

@testable import DescentCommand
@testable import Scenes

/// No text is cut or lies on another, in any frame that differs from others in its texts' places.
struct FrameTextTests {
  private static let names = FunctionCatalogue.names.filter { name in
    (try? FunctionCatalogue.function(name))?.dimension == 2
  }

  /// Small type on a small page has the least room.
  @Test(arguments: names)
  func textsKeepApart(name: String) throws {
    try check(name, PixelSize(width: 640, height: 360), .standard)
  }

  @Test(arguments: ["rosenbrock", "mgh-3", "easom"], RaceStyle.Layout.allCases)
  func textsKeepApartOnEveryPage(name: String, layout: RaceStyle.Layout) throws {
    for (width, height) in [(1280, 720), (600, 600), (480, 800), (1000, 480)] {
      try check(name, PixelSize(width: width, height: height), layout)
    }
  }

  private func check(_ name: String, _ size: PixelSize, _ layout: RaceStyle.Layout) throws {
    let function = try FunctionCatalogue.function(name)
    let rivals = try OptimizerOptions.settings("sgd:lr=0.01,adam:lr=0.1,bfgs,momentum:lr=0.001")
    let trajectories = try rivals.map {
      try descend(function, with: $0, plan: Plan(budget: Budget(steps: 40)))
    }
    var style = RaceStyle()
    (style.size, style.layout, style.frameLimit) = (size, layout, 24)
    let film = RaceFilm(
      trajectories, on: Self.coarse(RaceGround(function)), style: style,
      measuring: CairoTextMeasuring())
    try check(film, "\(name), \(size.width)x\(size.height), \(layout.rawValue)")
  }

  /// The ground in 40 x 40 plates: texts depend on its heights, not on its shape, and pixels are many.
  private static func coarse(_ ground: RaceGround) -> RaceGround {
    let columns = Scale(ground.x, from: 0, to: 40)
    let rows = Scale(ground.y, from: 0, to: 40)
    let heights = (0..<1600).map {
      ground.objective(
        columns.value(at: Double($0 % 40) + 0.5), rows.value(at: Double($0 / 40) + 0.5))
    }
    var result = ground
    result.objective = { x, y in
      let column = min(Int(columns.position(of: x) ?? 0), 39)
      let row = min(Int(rows.position(of: y) ?? 0), 39)
      return heights[max(row, 0) * 40 + max(column, 0)]
    }
    return result
  }

  private func check(_ film: RaceFilm, _ place: String) throws {
    let page = film.size.rect
    for frame in [0, film.frameCount / 2, film.frameCount - 1] {
      let marks = film.background.marks + film.overlay(ofFrame: frame).flatMap(\.marks)
      let texts = marks.flatMap(\.texts).filter { !$0.text.isEmpty }
      for (i, text) in texts.enumerated() {
        let box = text.box(CairoTextMeasuring())
        #expect(page.contains(box), "\(place): '\(text.text)' leaves the page")
        for other in texts[..<i] where other.box(CairoTextMeasuring()).intersects(box) {
          Issue.record("\(place), frame \(frame): '\(text.text)' lies on '\(other.text)'")
        }
      }
    }
  }
}

private struct PlacedText {
  let text: String
  let anchor: Point
  let style: TextStyle

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
  fileprivate var texts: [PlacedText] {
    switch self {
    case .text(let text, let anchor, let style):
      [PlacedText(text: text, anchor: anchor, style: style)]
    case .clipped(_, let marks): marks.flatMap(\.texts)
    default: []
    }
  }
}
