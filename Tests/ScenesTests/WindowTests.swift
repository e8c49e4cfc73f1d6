import Testing

@testable import Experiments
@testable import Scenes

struct WindowTests {
  private static let domain = Window(x: -2...2, y: -1...3)

  private func window(
    _ rule: WindowRule, _ trajectories: [Trajectory], minimizers: [[Double]] = [[1, 1]]
  ) -> Window {
    WindowFitting(domain: Self.domain, minimizers: minimizers, trajectories: trajectories)
      .choice(rule).window
  }

  private func isInside(_ window: Window, _ x: Double, _ y: Double) -> Bool {
    window.x.contains(x) && window.y.contains(y)
  }

  @Test func theDomainIsTheRule() {
    #expect(window(.domain, Fixture.field) == Self.domain)
    let other = Window(x: 0...1, y: 5...6)
    #expect(window(.fixed(other), Fixture.field) == other)
    #expect(window(.fit, []) == Self.domain)
  }

  @Test func startsBesideTheDomainAreShown() {
    let beside = window(.domain, [Fixture.trajectory([(3, 1), (1, 1)])])
    #expect(beside.x.lowerBound == -2 && beside.x.upperBound > 3 && beside.x.upperBound < 3.5)
    #expect(beside.y == Self.domain.y)
    #expect(window(.domain, [Fixture.trajectory([(300, 1), (1, 1)])]) == Self.domain)
    #expect(window(.domain, [Fixture.trajectory([(.nan, 1), (1, 1)])]) == Self.domain)
  }

  @Test func aFitHoldsStartEndAndTheMinimizerNearby() {
    let run = Fixture.trajectory([(0.5, 0.6), (0.6, 0.7), (0.8, 0.7)])
    let fit = window(.fit, [run], minimizers: [[1, 1], [-2, -1], [40, 40]])
    for (x, y) in [(0.5, 0.6), (0.8, 0.7), (1, 1)] { #expect(isInside(fit, x, y)) }
    #expect(!isInside(fit, -2, -1))
    #expect(fit.width < 0.7 && fit.height < 0.7)
  }

  @Test(arguments: [Fixture.diverging(), Fixture.diverging(after: 300)])
  func divergersDoNotWidenTheFit(diverger: Trajectory) {
    let calm = Fixture.converging(100, wobble: 0, title: "Calm")
    let fit = window(.fit, [calm, diverger])
    #expect(fit.width < 3 * Self.domain.width && fit.height < 2 * Self.domain.height)
    #expect(isInside(fit, -1.2, 1) && isInside(fit, 1, 1))
  }

  @Test func fewFarPointsDoNotCount() {
    var points = (0..<200).map { (1 - Double($0) / 1000, 1.0) }
    points[20] = (-5, 6)
    let fit = window(.fit, [Fixture.trajectory(points)])
    #expect(fit.width < 0.5)
  }

  /// A swing of a few steps is what a reader wants to see.
  @Test func anOvershootIsShown() {
    var points = (0..<200).map { (Double($0) / 200, 1.0) }
    for i in 0..<3 { points[100 + i].1 = 1.3 }
    for i in 0..<3 { points[150 + i] = (1.6, 1) }
    let fit = window(.fit, [Fixture.trajectory(points)], minimizers: [[0.5, 1.2]])
    #expect(fit.x.upperBound > 1.6 && fit.x.lowerBound < 0)
  }

  @Test func proportionsAreSensible() {
    // Along one axis, and nowhere at all.
    let line = window(.fit, [Fixture.trajectory([(-1, 1), (1, 1)])])
    #expect(line.width >= line.height && line.width <= 3.001 * line.height)
    let point = window(.fit, [Fixture.trajectory([(1, 1), (1, 1)])])
    #expect(point.width > 0 && point.height > 0 && isInside(point, 1, 1))
  }

  @Test func aRaceThatTakesUpLittleOfTheDomainIsLookedAtFromNear() {
    let small = Fixture.trajectory([(0.9, 0.9), (0.95, 0.96)])
    let near = window(.auto, [small])
    #expect(near.contains(window(.fit, [small])) && near.width < 0.3 && near.height < 0.3)
    let usual = Fixture.trajectory([(-1.7, -0.9), (1.5, 2.6), (1, 1)])
    #expect(window(.auto, [usual]) == Self.domain)
    #expect(window(.auto, []) == Self.domain)
    // Who starts at the minimizer races nowhere.
    #expect(window(.auto, [Fixture.trajectory([(1, 1), (1, 1)])]) == Self.domain)
  }

  /// Wherever it is, and however small.
  @Test(arguments: [
    [(42.0, 41.0), (40, 40)], [(1e-9, 1e-9), (3e-9, -2e-9)], [(-1e6, 3), (-9e5, 3)],
  ])
  func windowsFollowTheRace(_ points: [(Double, Double)]) throws {
    let run = Fixture.trajectory(points)
    let minimizer = try #require(points.last)
    for rule in [WindowRule.auto, .fit] {
      let found = window(rule, [run], minimizers: [[minimizer.0, minimizer.1]])
      let extent = max(abs(points[0].0 - points[1].0), abs(points[0].1 - points[1].1))
      for (x, y) in points { #expect(isInside(found, x, y)) }
      #expect(found.width < 3 * extent && found.height < 3 * extent)
    }
  }

  /// Surroundings end where the domain does, unless the race is there.
  @Test func surroundingsLieInTheDomain() {
    let found = window(.auto, [Fixture.trajectory([(1.9, 2.9), (1, 1)])])
    #expect(found.x.upperBound > 1.9 && found.x.upperBound <= 2)
    #expect(found.y.upperBound > 2.9 && found.y.upperBound <= 3)
  }

  @Test func aStripKeepsTheOtherRange() {
    #expect(window(.strip(0...1), Fixture.field) == Window(x: 0...1, y: Self.domain.y))
  }

  private func graph(_ rule: WindowRule, _ trajectories: [Trajectory]) -> Landscape {
    var landscape = Landscape(
      title: "x^2", objective: { _, y in y }, x: -10...10, y: -5...105, minimizers: [[0, 0]],
      minimum: 0)
    landscape.curve = { $0 * $0 }
    landscape.plane = .graph
    return landscape.seen(through: rule, .equal, by: trajectories)
  }

  /// From the lowest to the highest value over the window, with a margin.
  @Test func graphsAreAsHighAsTheirCurve() {
    let strip = graph(.strip(-1...3), [])
    #expect(strip.x == -1...3)
    #expect(strip.y.lowerBound < 0 && strip.y.lowerBound > -0.6)
    #expect(strip.y.upperBound > 9 && strip.y.upperBound < 9.6)
    let whole = graph(.domain, [])
    #expect(whole.x == -10...10 && whole.y == -5...105)
    let given = graph(.fixed(Window(x: 0...1, y: -7...7)), [])
    #expect(given.x == 0...1 && given.y == -7...7)
  }
}
