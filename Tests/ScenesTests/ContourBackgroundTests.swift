import Contours
import Foundation
import Testing

@testable import Scenes

struct ContourBackgroundTests {
  private func background(
    _ function: (Double, Double) -> Double, size: Int = 300, minimum: Double? = 0,
    style: ContourStyle = ContourStyle()
  ) -> ContourBackground {
    ContourBackground(
      objective: function, x: -2...2, y: -1...3, width: size, height: size, minimum: minimum,
      style: style)
  }

  @Test(arguments: ThemeColors.all)
  func coloursAreFew(theme: ThemeColors) {
    var style = ContourStyle()
    style.colors = theme
    #expect(Set(background(Fixture.valley, style: style).raster.pixels).count < 100)
    let saddle = background({ x, y in x * x - y * y }, minimum: nil, style: style)
    #expect(Set(saddle.raster.pixels).count < 100)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func undefinedPixelsAreHatched(value: Double) {
    let half = ContourBackground(
      objective: { x, y in x < 0 ? value : x * x + y * y }, x: -2...2, y: -2...2, width: 40,
      height: 20, minimum: 0)
    let colors = ThemeColors.light
    let plain = half.raster.pixels.count { $0 == colors.undefined.hex }
    let lines = half.raster.pixels.count { $0 == colors.hatch.hex }
    #expect(plain + lines == 400)
    #expect((60...120).contains(lines))
  }

  @Test func aConstantHasOneColour() {
    let flat = background({ _, _ in 7 }, minimum: 7)
    #expect(Set(flat.raster.pixels).count == 1)
    #expect(flat.levels.constant == 7)
    #expect(Set(background({ _, _ in .nan }).raster.pixels).count == 2)
  }

  @Test func theFirstRowIsTheHighest() {
    let plane = ContourBackground(
      objective: { _, y in y }, x: 0...1, y: 0...100, width: 10, height: 50, minimum: 0)
    let highest = ColorRamp.viridis[1].mixed(with: Color(0xFFFFFF), 0.5).hex
    #expect(plane.raster.pixels.first == highest)
    #expect(plane.raster.pixels.last != highest)
  }

  @Test func levelsDoNotDependOnTheSize() {
    let levels = [40, 177, 600].map { background(Fixture.valley, size: $0).levels }
    #expect(Set(levels).count == 1)
  }

  /// Steps up at whole numbers, with plateaus that lie at levels but for rounding.
  @Test func plateausAreNotDotted() {
    var style = ContourStyle()
    style.levels = .fixed([1, 2, 3])
    let stairs = background(
      { x, _ in (x + 2).rounded(.down) * (1 + (x > 0.5 ? -1e-14 : 1e-14)) + 1e-15 }, style: style)
    let colors = BandColors(levels: stairs.levels, style: style)
    let isBand = Set(colors.bands.map(\.hex)).contains
    // Lines follow the three steps, two pixels each at most.
    for row in [0, 150, 299] {
      let pixels = stairs.raster.pixels[(row * 300)..<(row * 300 + 300)]
      #expect(pixels.count { !isBand($0) } <= 6)
    }
  }

  /// Beside where f is no number slopes are none either; maps may be as small as a pixel.
  @Test(arguments: [(1, 1), (2, 3), (41, 19), (300, 200)], [false, true])
  func linesEndWhereTheFunctionDoes(size: (Int, Int), isVector: Bool) {
    var style = ContourStyle()
    style.isVector = isVector
    let functions: [(Double, Double) -> Double] = [
      { x, y in log(1 - x * x - y * y) }, { x, y in (1 - x - y).squareRoot() },
      { x, y in 1 / (x * y) }, { x, y in x > 0 ? .infinity : x + y }, { x, _ in 1e308 * x },
    ]
    for function in functions {
      for levels in [ContourStyle().levels, .fixed([0.5]), .fixed([-1e308, 1e308])] {
        style.levels = levels
        let map = ContourBackground(
          objective: function, x: -2...2, y: -2...2, width: size.0, height: size.1, minimum: nil,
          style: style)
        #expect(map.raster.pixels.count == size.0 * size.1)
      }
    }
  }

  @Test func linesAreVisibleOnEveryTheme() {
    for theme in ThemeColors.all {
      var style = ContourStyle()
      style.colors = theme
      let colors = BandColors(levels: Levels(rule: .excess, steps: [1, 2, 5, 10]), style: style)
      for (i, line) in colors.lines.enumerated() {
        let line = ColorVision.normal.lab(line).l
        let sides = [colors.bands[i], colors.bands[i + 1]].map { ColorVision.normal.lab($0).l }
        #expect(sides.allSatisfy { abs($0 - line) > 4 }, "\(theme.name) \(i)")
      }
    }
  }

  @Test func vectorLinesFollowTheLevels() {
    var style = ContourStyle()
    style.isVector = true
    let bowl = background({ x, y in x * x + y * y }, style: style)
    let area = Rect(x: 10, y: 20, width: 300, height: 300)
    let plot = Plot(area: area, x: -2...2, y: -1...3)
    let marks = bowl.marks(on: plot)
    // No line is left in the raster.
    #expect(Set(bowl.raster.pixels).count <= bowl.levels.values.count + 1)
    let lines = marks.dropFirst().flatMap(\.points).filter { area.grown(by: -1).contains($0) }
    #expect(lines.count > 500)
    for point in lines {
      let (x, y) = (plot.x.value(at: point.x), plot.y.value(at: point.y))
      let distance = bowl.levels.values.map { abs($0 - x * x - y * y) }.min() ?? .infinity
      #expect(distance < 1e-3)
    }
  }
}
