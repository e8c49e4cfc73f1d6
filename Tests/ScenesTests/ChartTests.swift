import JSON
import LinearAlgebra
import Objectives
import Optimizers
import Specifications
import Testing

@testable import Experiments
@testable import Scenes

/// What charts show, over all quantities there are.
struct ChartTests {
  /// Runs over data, in detail, with iterates and what is watched: there everything is known.
  static let known = Result {
    var plan = Plan(budget: Budget(steps: 8), isDetailed: true)
    plan.watched = .sharpness
    let function = try FunctionCatalogue.function("mlp:hidden=2,data=moons(n=30)")
    return try ["adam:lr=0.1", "sgd:lr=0.1", "rmsprop:lr=0.1"].map { optimizer in
      try descend(
        function, with: OptimizerCatalogue.settings(optimizer), from: function.start, plan: plan)
    }
  }

  private static func plan(
    _ quantity: ChartQuantity, _ runs: [Trajectory], minimum: Double? = 0
  ) -> ChartPlan {
    ChartPlan(RaceChart(quantity), of: runs.map { [$0] }, minimum: minimum, clock: .steps)
  }

  private static func texts(_ film: RaceFilm) -> [String] {
    film.background.marks.compactMap(\.string)
  }

  /// Each quantity is drawn, with its title, for whoever has it, in the picture and within bounds.
  @Test(
    arguments: ChartQuantity.all,
    [PixelSize(width: 640, height: 480), PixelSize(width: 1280, height: 720)])
  func everyQuantityIsDrawn(quantity: ChartQuantity, size: PixelSize) throws {
    let runs = Array(try Self.known.get().prefix(2))
    for layout in [RaceStyle.Layout.standard, .grid] {
      var style = RaceStyle()
      (style.size, style.layout, style.frameLimit) = (size, layout, 20)
      style.charts = [RaceChart(quantity), RaceChart(.gradient, scale: .linear)]
      let plane = RacePlane(
        axes: (0, 1), through: Array(runs[0].point(0)), titles: ("a", "b"), note: nil)
      var landscape = Landscape(
        title: "moons", objective: { _, _ in 1 }, x: -5...5, y: -5...5, minimum: 0)
      landscape.plane = plane
      let film = RaceFilm(runs, on: landscape, style: style, measuring: FixedWidthMeasuring())
      let words = Self.texts(film).filter { $0.hasPrefix(quantity.title.prefix(4)) }
      #expect(!words.isEmpty)
      for frame in 0..<film.frameCount {
        for element in film.trails(ofFrame: frame) + film.overlay(ofFrame: frame) {
          #expect(film.size.rect.contains(element.bounds))
          for ink in element.marks.compactMap(\.ink) { #expect(element.bounds.contains(ink)) }
        }
      }
      #expect(Set((0..<film.frameCount).map { film.overlay(ofFrame: $0).count }).count == 1)
    }
  }

  /// What the numbers are, computed here from what was recorded.
  @Test func quantitiesAreWhatTheySay() throws {
    let run = try Self.known.get()[0]
    func values(_ quantity: ChartQuantity) -> [[Double]] {
      quantity.lines(run, 0.25).map(\.values)
    }
    func names(_ quantity: ChartQuantity) -> [String] { quantity.lines(run, 0.25).map(\.name) }
    #expect(values(.excess) == [run.values.map { $0 - 0.25 }])
    #expect(ChartQuantity.excess.lines(run, nil).isEmpty)
    #expect(values(.value) == [run.values])
    #expect(values(.gradient) == [run.gradientNorms])
    #expect(values(.rate) == [Array(run.learningRates)])
    let speeds = try #require(values(.speed).first)
    #expect(speeds.count == run.count && speeds[0].isNaN)
    for k in 1..<run.count {
      let squares = (0..<run.dimension).map { i in
        let difference = run.point(k)[i] - run.point(k - 1)[i]
        return difference * difference
      }
      // Two ways of adding a few squares.
      #expect(abs(speeds[k] / squares.reduce(0, +).squareRoot() - 1) < 1e-14)
    }
    #expect(names(.loss) == ["training", "validation", "test"])
    #expect(names(.accuracy) == ["training", "validation", "test"])
    for (quantity, figures) in [
      (ChartQuantity.loss, ["validation loss", "test loss"]),
      (.accuracy, ["accuracy", "validation accuracy", "test accuracy"]),
    ] {
      let known = figures.map { name in run.figures.first { $0.name == name }?.values }
      #expect(values(quantity).suffix(known.count).map(Optional.some) == known)
    }
    #expect(values(.loss).first == run.values)
    let sharpness = try #require(values(.sharpness).first)
    #expect(sharpness.allSatisfy { $0 > 0 })
  }

  /// Adam's first step: √ŝ is |g|, so that each coordinate's rate is ε over that.
  @Test func coordinatesHaveRatesOfTheirOwn() throws {
    let run = try DetailedRace.run("adam:lr=0.1,epsilon=0")
    let lines = ChartQuantity.coordinateRate.lines(run, 0)
    #expect(lines.map(\.name) == ["x₁", "x₂"])
    for (i, line) in lines.enumerated() {
      let gradient = run.details[0].gradient[i]
      #expect(abs(line.values[1] * abs(gradient) / 0.1 - 1) < 1e-12)
    }
    let many = ChartQuantity.coordinateRate.lines(try Self.known.get()[0], 0)
    #expect(many.map(\.name) == ["largest", "median", "least"])
    for k in 1..<9 {
      #expect(many[0].values[k] >= many[1].values[k] && many[1].values[k] >= many[2].values[k])
    }
    #expect(ChartQuantity.coordinateRate.lines(try DetailedRace.run("momentum"), 0).isEmpty)
  }

  /// Steps that were not recorded have no length.
  @Test func speedIsOfStepsThatWereRecorded() throws {
    let run = try DetailedRace.run("momentum:lr=0.003", cadence: .steps([1, 2, 4, 5]))
    #expect(run.steps.map { $0 } == [0, 1, 2, 4, 5, 25])
    let known = ChartQuantity.speed.lines(run, 0)[0].values.map(\.isFinite)
    #expect(known == [false, true, true, false, true, false])
  }

  /// The page's numbers are the film's, to its six digits, on the film's axis.
  @Test(arguments: ChartQuantity.all)
  func pagesTellTheSame(quantity: ChartQuantity) throws {
    let runs = try ["adam:lr=0.1", "momentum:lr=0.003"].map { try DetailedRace.run($0) }
    let plan = Self.plan(quantity, runs)
    guard !plan.lines.isEmpty else { return }
    var style = RaceStyle()
    style.charts = [RaceChart(quantity)]
    style.guides = [.power(2), .factor(0.9), .level(0.125)]
    let landscape = Landscape(
      title: "himmelblau", objective: { _, _ in 1 }, x: -5...5, y: -5...5, minimum: 0)
    let page = RacePage(
      runs, on: landscape, style: style, resolution: PixelSize(width: 64, height: 48))
    let json = JSONReader(page.race)
    let chart = try json.member("charts").elements()[0]
    let film = ChartPlan(
      RaceChart(quantity), guides: style.guides, of: runs.map { [$0] }, minimum: 0, clock: .steps)
    #expect(try chart.member("low").number() == film.axis.domain.lowerBound)
    #expect(try chart.member("high").number() == film.axis.domain.upperBound)
    #expect(try chart.member("lines").elements().map { try $0.string() } == plan.lines)
    let starts = try chart.member("guides").elements().map { try $0.member("start").number() }
    #expect(starts == film.guides.map(\.start))
    for (entrant, run) in zip(try json.member("entrants").elements(), runs) {
      let column = ["excess": "value", "value": "value", "gradient": "gradientNorm"][quantity.name]
      let lines =
        try column.map { [try entrant.member($0)] }
        ?? Array(entrant.member("series").member(quantity.name).elements())
      for (line, list) in lines.enumerated() {
        let numbers = try list.numbers()
        for (number, exact) in zip(numbers, plan.values(of: run, line: line)) {
          // Six digits.
          let isSame = abs(number - exact) <= 5.1e-6 * abs(exact)
          #expect(isSame || number.isNaN && exact.isNaN)
        }
        #expect(numbers.count == run.count)
      }
    }
  }

  /// What is written reads as the same.
  @Test(arguments: [
    "excess", "speed", "excess:scale=linear", "coordinate-rate:scale=log", "value",
  ])
  func chartsReadWhatTheyWrite(text: String) throws {
    #expect(try RaceChart(spelling: text).spelling == text)
  }

  @Test(arguments: ["sped", "excess:", "excess:scale", "excess:scale=lin", "speed:axis=log", ""])
  func otherChartsAreRefused(text: String) {
    #expect(throws: SpecificationError.self) { try RaceChart(spelling: text) }
  }

  @Test(arguments: ["1/k", "1/k^2", "1/k^0.5", "0.9^k", "10", "-3", "0.0001"])
  func guidesReadWhatTheyWrite(text: String) throws {
    #expect(try ChartGuide(spelling: text).spelling == text)
  }

  @Test(arguments: ["1/k^", "1/k^0", "1.5^k", "0^k", "k", "nan", "inf", "1/k^-1", ""])
  func otherGuidesAreRefused(text: String) {
    #expect(throws: SpecificationError.self) { try ChartGuide(spelling: text) }
  }

  /// From the highest start: 1/k² has a quarter of it at step 2, 0.5ᵏ too.
  @Test func guidesBeginWhereTheHighestCurveDoes() {
    let runs = [
      Fixture.trajectory([(0, 0), (1, 1), (1, 1)]), Fixture.trajectory([(0.5, 0.25), (1, 1)]),
    ]
    let plan = ChartPlan(
      RaceChart(.excess), guides: [.power(2), .factor(0.5), .level(3)], of: runs.map { [$0] },
      minimum: 0, clock: .steps)
    #expect(plan.guides.map { $0.value(at: 2) } == [0.25, 0.25, 3])
    #expect(plan.guides.map(\.label) == ["∝ 1/k²", "∝ 0.5ᵏ", "3"])
    #expect(plan.axis.domain.contains(3))
  }

  /// A program's own quantity is read, drawn and told like the others.
  @Test func ownQuantitiesAreKnown() throws {
    let own = ChartQuantity(
      "entry", title: "entry i", summary: "its number", scale: .linear
    ) { run, _ in [.init((0..<run.count).map(Double.init))] }
    try ChartCatalogue.$current.withValue(ChartCatalogue.standard.adding([own])) {
      let read = try RaceChart(spelling: "entry")
      #expect(read.quantity == own)
      var style = RaceStyle()
      style.charts = [RaceChart(own)]
      let film = Fixture.film(style: style)
      #expect(Self.texts(film).contains("entry i"))
    }
  }
}
