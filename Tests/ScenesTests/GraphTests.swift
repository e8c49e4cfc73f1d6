import Contours
import RealModule
import Specifications
import Testing

@testable import Experiments
@testable import Scenes

/// Pictures of functions of one variable.
struct GraphTests {
  /// A run through some places on a curve.
  private func run(
    _ places: [Double], on f: (Double) -> Double, outcome: Outcome.Kind = .budgetSpent
  ) -> Trajectory {
    var trajectory = Trajectory(
      function: Specification(name: "f"), dimension: 1,
      optimizer: Specification(name: "descent"), title: "Descent", seed: 0, minimum: nil,
      evaluationPointName: nil)
    for (k, x) in places.enumerated() {
      trajectory.steps.append(k)
      trajectory.coordinates.append(x)
      trajectory.values.append(f(x))
      trajectory.gradientNorms.append(1)
      trajectory.learningRates.append(0.1)
      trajectory.cumulated.append(Counts())
      trajectory.seconds.append(0)
    }
    trajectory.outcome = Outcome(outcome, "steps")
    return trajectory
  }

  private func background(
    _ landscape: Landscape, _ style: ContourStyle = ContourStyle()
  ) -> ContourBackground {
    landscape.contours(
      at: landscape.levels(style), in: Rect(x: 0, y: 0, width: 200, height: 100), style)
  }

  /// The height of a graph is seen: nothing above or below it needs a colour.
  @Test(arguments: [ThemeColors.light, .dark, .projector])
  func thereAreNoBandsBesideTheCurve(colors: ThemeColors) {
    var style = ContourStyle()
    style.colors = colors
    let landscape = Landscape(title: "x²", graphOf: { $0 * $0 }, x: -2...2, minimum: 0)
    #expect(Set(background(landscape, style).raster.pixels) == [colors.paper.hex])
    let measuring = Typesetting(Theme(colors, scale: 1), FixedWidthMeasuring())
    let bar = ColorBar(levels: landscape.levels(style), style: style, typesetting: measuring)
    #expect(bar.width == 0)
  }

  @Test func levelsThatAreAskedForAreDrawn() {
    let landscape = Landscape(title: "x²", graphOf: { $0 * $0 }, x: -2...2, minimum: 0)
    var style = ContourStyle()
    style.levels = .fixed([1, 2])
    #expect(background(landscape, style).levels.values == [1, 2])
    #expect(Set(background(landscape, style).raster.pixels).count > 2)
  }

  /// From top to bottom where there is nothing to draw; a pole takes no room.
  @Test func placesWithoutValuesAreHatched() {
    let landscape = Landscape(title: "log x", graphOf: { .log($0) }, x: -1...3, minimum: nil)
    let raster = background(landscape).raster
    let paper = ThemeColors.light.paper.hex
    for row in [0, 40, 99] {
      let columns = (0..<200).map { raster.pixels[row * 200 + $0] }
      #expect(columns[..<50].allSatisfy { $0 != paper })
      #expect(columns[50...].allSatisfy { $0 == paper })
    }
    // The middle of the column 100 is 0, where 1/x is infinite.
    let pole = Landscape(title: "1/x", graphOf: { 1 / $0 }, x: -1.005...0.995, minimum: nil)
    #expect(Set(background(pole).raster.pixels) == [paper])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let places: [Double]
    let x: ClosedRange<Double>
    let f: @Sendable (Double) -> Double
  }

  /// What is raced over has a good part of the height, whatever the curve does elsewhere.
  @Test(arguments: [
    Case(testDescription: "x²⁰", places: [1.5, 1, 0.5], x: -5...5) { .pow($0, 20) },
    Case(testDescription: "tan²", places: [1, 0.5, 0.1], x: -5...5) { .pow(.tan($0), 2) },
    Case(testDescription: "1/x+log x", places: [2, 1.5, 1.01], x: -2...4) { 1 / $0 + .log($0) },
    Case(testDescription: "1/x", places: [-1, -0.5, -0.3], x: -2...2) { 1 / $0 },
  ])
  func racesAreSeenOnSteepCurves(item: Case) throws {
    let landscape = Landscape(title: "f", graphOf: item.f, x: item.x, minimum: nil)
      .seen(through: .domain, .auto, by: [run(item.places, on: item.f)])
    let heights = item.places.map(item.f)
    let (low, high) = (try #require(heights.min()), try #require(heights.max()))
    let extent = landscape.y.upperBound - landscape.y.lowerBound
    #expect(landscape.y.contains(low) && landscape.y.contains(high))
    #expect(high - low > extent / 4)
  }

  /// A run that breaks off says where it starts, and no more.
  @Test func divergenceDoesNotStretchTheHeights() {
    let f: @Sendable (Double) -> Double = { $0 * $0 }
    let wild = run([1, -20, 400, -8000], on: f, outcome: .diverged)
    let landscape = Landscape(title: "x²", graphOf: f, x: -2...2, minimum: 0)
    let seen = landscape.seen(through: .strip(-2...2), .auto, by: [wild])
    #expect(seen.y == landscape.y)
  }

  @Test func levelPlacesHaveNoStar() {
    let flat = Landscape(
      title: "f", graphOf: { max(0, $0 * $0 - 1) }, x: -5...5, minimizers: [0, 0.3, 1], minimum: 0)
    #expect(flat.minimizers.isEmpty)
    let bowl = Landscape(
      title: "f", graphOf: { .pow($0, 20) }, x: -5...5, minimizers: [0], minimum: 0)
    #expect(bowl.minimizers == [[0, 0]])
  }
}
