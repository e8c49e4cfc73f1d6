import Contours
import Testing

@testable import Scenes

/// Where lines, guides and names of a plot lie.
struct LinePlotTests {
  private struct Monospaced: TextMeasuring {
    func width(of text: String, in style: TextStyle) -> Double {
      Double(text.count) * style.size * 0.6
    }
  }

  private static func texts(_ picture: Picture) -> [(text: String, box: Rect)] {
    picture.marks.compactMap { mark in
      guard case .text(let text, let point, let style) = mark, !style.isVertical else { return nil }
      let width = Monospaced().width(of: text, in: style)
      let left =
        switch style.alignment {
        case .leading: point.x
        case .center: point.x - width / 2
        case .trailing: point.x - width
        }
      let middle = style.baseline == .middle ? point.y : point.y - style.size * 0.35
      return (
        text, Rect(x: left, y: middle - style.size / 2, width: width, height: style.size)
      )
    }
  }

  static let sizes = [(640, 480), (1024, 768), (1280, 720), (1920, 1080), (800, 800), (600, 900)]

  private static func plot(_ size: (Int, Int), _ theme: ThemeColors) -> Picture {
    LinePlot(
      (0..<4).map { k in
        PlotLine(
          "series number \(k)",
          (1...50).map { PlanePoint(Double($0), Double($0) * (1 + 0.001 * Double(k))) })
      },
      guides: [
        .power("∝ k", 1, through: PlanePoint(1, 2), over: 1...50),
        // Two that begin together, as bounds do.
        .power("at most k", 1, through: PlanePoint(1, 4), over: 1...50),
        .power("at most √k", 0.5, through: PlanePoint(1, 4), over: 1...50),
        PlotGuide("ten", .level(10)), PlotGuide("here", .upright(20)),
      ], x: .init("k", isLogarithmic: true), y: .init("value", isLogarithmic: true),
      title: "A title that is not short at all", note: "and a note",
      look: PlotLook(theme, size: PixelSize(width: size.0, height: size.1)),
      measuring: Monospaced()
    ).picture
  }

  /// Lines that end together have names apart; nothing is cut, in any size and theme.
  @Test(arguments: sizes, ThemeColors.all)
  func textsAreWholeAndApart(size: (Int, Int), theme: ThemeColors) {
    let texts = Self.texts(Self.plot(size, theme))
    let page = Rect(x: 0, y: 0, width: Double(size.0), height: Double(size.1))
    #expect(texts.count > 10)
    for (i, one) in texts.enumerated() {
      #expect(page.contains(one.box), "\(one.text) leaves the page")
      for other in texts[..<i] {
        #expect(!one.box.grown(by: -1).intersects(other.box), "\(one.text) on \(other.text)")
      }
    }
  }

  /// The guide is a straight line over logarithmic axes, through its point.
  @Test func powersAreStraight() throws {
    let guide = PlotGuide.power("1/k", -1, through: PlanePoint(8, 2), over: 1...64)
    #expect(guide.points == [PlanePoint(1, 16), PlanePoint(64, 0.25)])
  }

  /// Values that an axis cannot show part the line, and are not among its range.
  @Test func linesPartWhereNothingIs() throws {
    let line = PlotLine("a", [1, 2, 0, 4, .nan, 8, 16])
    let plot = Plot(
      area: Rect(x: 0, y: 0, width: 100, height: 100), x: 0...6, y: 1...16, isLogarithmicY: true)
    let marks = line.marks(on: plot, EntrantStyle(index: 0), Theme(.light, scale: 1))
    let runs = marks.flatMap { mark -> [[Point]] in
      guard case .clipped(_, let inner) = mark else { return [] }
      return inner.compactMap { if case .polyline(let points, _) = $0 { points } else { nil } }
    }
    // 4 stands alone between two that have no place.
    #expect(runs.map(\.count) == [2, 2])
  }

  /// A method has its colour and shape whichever others are there.
  @Test func methodsKeepTheirLook() {
    let lines = ["adam", "", "sgd"].map { PlotLine("x", [1], method: $0.isEmpty ? nil : $0) }
    let styles = PlotLine.styles(of: lines, in: .light)
    #expect(styles[0] == EntrantStyle(index: 2, in: .light))
    #expect(styles[2] == EntrantStyle(index: 0, in: .light))
    #expect(Set(styles).count == 3)
  }
}
