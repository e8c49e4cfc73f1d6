import Contours
import Experiments
import JSON
import RealModule
import Testing

@testable import Scenes

/// What a page is told of overlays, held against what films draw.
@Suite struct PageOverlayTests {
  private static let resolution = PixelSize(width: 400, height: 300)

  private func overlays(_ runs: [Trajectory], _ shown: Set<RaceOverlay>) -> PageOverlays {
    var style = RaceStyle()
    style.overlays = shown
    let race = Race(runs, on: landscape, clock: .steps)
    return PageOverlays(
      entrants(runs).map { [$0] }, race, style: style, resolution: Self.resolution)
  }

  private func entrants(_ runs: [Trajectory]) -> [RaceRun] {
    runs.enumerated().map { RaceRun($1, index: $0, clock: .steps, colors: .light) }
  }

  private var landscape: Landscape {
    Landscape(title: "himmelblau", objective: { $0 + $1 }, x: -5...5, y: -5...5, minimum: 0)
  }

  @Test(arguments: [
    (RaceOverlay.gradient, "momentum:lr=0.003", ["openArrow"]),
    (.momentum, "adam:lr=0.1", ["arrow"]), (.step, "newton", ["arrow"]),
    (.scale, "adam:lr=0.1", ["box"]), (.model, "newton", ["ellipse"]),
    (.model, "trust-exact", ["ellipse", "hyperbola", "plus"]), (.matrix, "bfgs", ["ellipse"]),
    (.region, "trust-exact", ["ellipse"]), (.directions, "cg", ["arrow", "segment"]),
    (.trials, "cg", ["dot"]), (.momentum, "newton", []), (.tails, "newton", []),
    (.rate, "newton", []),
  ])
  func eachOverlayHasItsStrokes(overlay: RaceOverlay, optimizer: String, kinds: [String]) throws {
    let run = try DetailedRace.run(optimizer)
    let spans = overlays([run], [overlay]).spans(of: 0, at: Array(0..<run.count))
    #expect(Set(spans.map(\.stroke.look.kind.rawValue)).sorted() == kinds)
    #expect(spans.flatMap(\.stroke.numbers).allSatisfy { $0.isFinite })
  }

  /// An arrow that is not shortened is so many times the step, to four digits.
  @Test(arguments: ["momentum:lr=0.003", "adam:lr=0.1", "newton"])
  func stepsLeadToTheNextPlace(optimizer: String) throws {
    let run = try DetailedRace.run(optimizer)
    let entrant = entrants([run])[0]
    let map = Plot(area: Self.resolution.rect, x: -5...5, y: -5...5)
    let factor = ArrowScale([entrant], on: map).factor
    let whole = overlays([run], [.step]).spans(of: 0, at: Array(0..<run.count))
      .filter { !$0.stroke.look.isDashed }
    #expect(!whole.isEmpty)
    for span in whole {
      let step = try #require(entrant.nextStep(span.entries.lowerBound))
      for (number, component) in zip(span.stroke.numbers, [step.x, step.y]) {
        #expect(abs(number - factor * component) <= 5.1e-4 * abs(factor * component))
      }
    }
  }

  /// The points that a page draws a curve through are those of the film.
  @Test(arguments: [
    PlaneForm(2, 0, 3), PlaneForm(2, 1, 3), PlaneForm(2, 0, -3), PlaneForm(-2, 0.5, 3),
    PlaneForm(1e4, 30, 1),
  ])
  func spansDescribeCurves(form: PlaneForm) throws {
    let x = PlanePoint(0.5, -0.25)
    let conic = try #require(Conic(modelAbout: x, gradient: PlanePoint(1, 2), form: form))
    let (first, second, isEllipse) = try #require(conic.spans)
    let vertices = conic.curves(near: x, reach: 3).flatMap { $0 }
    #expect(vertices.count > 100)
    for vertex in vertices {
      let q = vertex - conic.center
      let u = (q * first).sum() / (first * first).sum()
      let v = (q * second).sum() / (second * second).sum()
      let square = isEllipse ? u * u + v * v : u * u - v * v
      // Squares that nearly cancel lose as many digits as they have before the point.
      #expect(abs(square - 1) <= 1e-12 * (1 + u * u + v * v))
    }
  }

  @Test func curvesThatAreNoneHaveNoSpans() throws {
    let conic = Conic(center: PlanePoint(0, 0), form: PlaneForm(-1, 0, -1))
    #expect(try #require(conic).spans == nil)
    let line = Conic(center: PlanePoint(0, 0), form: PlaneForm(1, 0, 0))
    #expect(try #require(line).spans == nil)
  }

  @Test func strokesThatStayAreKeptOnce() throws {
    let strokes = try [10.0, 20, 30].map { try dot($0) }
    let (a, b, c) = (strokes[0], strokes[1], strokes[2])
    let spans = StrokeSpan.spans(of: [[a], [a, b], [b, a], [], [a], [c]])
    #expect(spans.map(\.stroke) == [a, b, a, c])
    #expect(spans.map(\.entries) == [0...2, 1...2, 4...4, 5...5])
    #expect(StrokeSpan.spans(of: []).isEmpty)
  }

  @Test func strokesAreWrittenShort() throws {
    let spans = StrokeSpan.spans(of: [[try dot(10)], [try dot(10)], [try dot(20, paleness: 1)]])
    let theme = ThemeColors.light
    let looks = [Color(0), theme.halo].map { color in
      "{\"kind\":\"dot\",\"color\":\"\(color.css)\",\"isDashed\":0}"
    }
    let text = "{\"looks\":[\(looks.joined(separator: ","))],\"strokes\":[[0,0,2,1,2],[1,2,1,2,2]]}"
    #expect(spans.json.description == text)
  }

  /// Every entry that is kept has its overlays, and the clocks stay exact.
  @Test(arguments: [(Int.max, 26...26), (75, 26...26), (74, 11...17), (1, 2...10)])
  func entriesAreThinnedWhereOverlaysTakeTooMuch(limit: Int, count: ClosedRange<Int>) throws {
    let run = try DetailedRace.run("momentum:lr=0.003")
    let overlays = overlays([run], [.step])
    let whole = overlays.spans(of: 0, at: Array(0..<run.count))
    #expect(whole.count == 25)
    #expect(whole.size == 75)
    let kept = PageEntrant(
      entrants([run])[0], run, on: landscape, clocks: PageClocks(.steps, of: []), entryLimit: 1000,
      strokeLimit: limit,
      fewest: 10
    ) { overlays.spans(of: 0, at: $0) }.json.description
    let steps = try #require(kept.firstMatch(of: /"steps":\[([^\]]*)\]/)?.output.1)
    let counts = steps.split(separator: ",").compactMap { Int($0) }
    #expect(count.contains(counts.count))
    #expect(counts.reduce(0, +) == 25)
  }

  @Test func whatIsNotShownTakesNothing() throws {
    let run = try DetailedRace.run("adam:lr=0.1")
    func text(_ shown: Set<RaceOverlay>) -> String {
      var style = RaceStyle()
      style.overlays = shown
      return RacePage([run], on: landscape, style: style, resolution: Self.resolution).raceText
    }
    #expect(!text([]).contains("\"overlay\""))
    #expect(!text([.rate]).contains("\"overlay\""))
    #expect(!text([]).contains("\"rate\""))
    let page = text([.momentum, .gradient])
    #expect(page.contains("\"overlay\""))
    for note in ["arrows and boxes ×", "open arrow: −ε∇f", "filled arrow: momentum"] {
      #expect(page.contains(note))
    }
  }

  /// One for each entry, on the axis of the film's chart.
  @Test(arguments: ["cg", "sgd:lr=power(0.1,r=5,c=2)", "momentum:lr=0.003"])
  func ratesAreThoseOfTheRun(optimizer: String) throws {
    let run = try DetailedRace.run(optimizer)
    var style = RaceStyle()
    style.overlays = [.rate]
    let text = RacePage([run], on: landscape, style: style, resolution: Self.resolution).raceText
    let list = try #require(text.firstMatch(of: /"rate":\[\[([^\]]*)\]\]/)?.output.1)
    let rates = list.split(separator: ",").map { Double($0) ?? .nan }
    #expect(rates.count == run.count)
    for (rate, exact) in zip(rates, run.learningRates) {
      #expect(rate.isNaN == exact.isNaN)
      // Six digits.
      #expect(exact.isNaN || abs(rate - exact) <= 5.1e-6 * abs(exact))
    }
    let axis = ValueAxis(values: Array(run.learningRates), scale: nil, title: "rate ε")
    let numbers = [axis.domain.lowerBound, axis.domain.upperBound].map {
      JSON.number($0).description
    }
    #expect(
      text.contains(
        "\"title\":\"rate ε\",\"lines\":[\"\"],\"isLogarithmic\":\(axis.isLogarithmic ? 1 : 0),"
          + "\"low\":\(numbers[0]),\"high\":\(numbers[1]),"))
  }

  /// The clock of evaluations runs three times as fast as that of steps.
  @Test func tailsFadeAsInFilms() {
    let runs = [Fixture.converging(400, wobble: 0, title: "Long"), Fixture.leaving()]
    var style = RaceStyle()
    style.overlays = [.tails]
    let text = RacePage(runs, on: landscape, style: style, resolution: Self.resolution).raceText
    #expect(
      text.contains(
        "\"tailLengths\":{\"steps\":50,\"gradients\":50,\"evaluations\":150,\"nanoseconds\":50000}")
    )
    let color = EntrantStyle(index: 0).color
    let pale = color.mixed(with: ThemeColors.light.halo, 0.45)
    #expect(text.contains("\"tail\":[{\"color\":\"\(pale.css)\",\"width\":0.6},"))
    #expect(text.contains("{\"color\":\"\(color.css)\",\"width\":1.1}]"))
    #expect(text.contains("\"overlay\"") == false)
  }

  /// At a pixel of a map whose values are a tenth of them.
  private func dot(_ place: Double, paleness: Double = 0) throws -> PageStroke {
    let map = Plot(area: Rect(x: 0, y: 0, width: 100, height: 100), x: 0...10, y: 0...10)
    let pen = OverlayPen(area: map.area, theme: Theme(.light, scale: 1), color: Color(0))
    return try #require(
      PageStroke(
        OverlayStroke(shape: .dot(Point(place, 80)), paleness: paleness), pen, on: map))
  }
}
