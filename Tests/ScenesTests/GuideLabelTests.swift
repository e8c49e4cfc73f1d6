import Contours
import RealModule
import Testing

@testable import Scenes

/// Where the labels of dashed lines stand.
@Suite struct GuideLabelTests {
  /// Two bounds that part on the way, as 1/k and 1/k²: each label is nearer to its own.
  @Test(arguments: [false, true]) func labelsAreNearestToTheirOwnLine(isReversed: Bool) throws {
    let steps = [1.0, 2, 5, 10, 20, 50, 100, 200]
    func bound(_ name: String, _ exponent: Double) -> PlotGuide {
      PlotGuide(name, .curve(steps.map { PlanePoint($0, 5 * .pow($0, exponent)) }))
    }
    let guides = [bound("at most 1/k", -1), bound("at most 1/k²", -2)]
    let plot = Plot(
      area: Rect(x: 60, y: 20, width: 400, height: 260), x: 1...200, y: 1e-8...20,
      isLogarithmicX: true, isLogarithmicY: true)
    let marks = (isReversed ? guides.reversed() : guides).labels(
      on: plot, beside: [], Typesetting(Theme(.light, scale: 1), FixedWidthMeasuring()))
    for (i, guide) in guides.enumerated() {
      let place = try #require(marks.lazy.compactMap { $0.place(of: guide.label) }.first)
      // Half a label's width from its beginning.
      let middle = Point(place.x + 40, place.y)
      let (own, other) = (guides[i].line(on: plot), guides[1 - i].line(on: plot))
      #expect(nearest(own, to: middle) < nearest(other, to: middle), "\(guide.label)")
    }
  }

  private func nearest(_ line: [Point], to place: Point) -> Double {
    zip(line, line.dropFirst()).flatMap { a, b in
      (0...50).map { step in
        let share = Double(step) / 50
        return Point(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)).distance(to: place)
      }
    }.min() ?? .infinity
  }
}

extension Mark {
  /// Where a text begins, if this mark is that text.
  fileprivate func place(of text: String) -> Point? {
    if case .text(text, let place, _) = self { place } else { nil }
  }
}
