import Contours
import JSON
import Testing

@testable import Experiments
@testable import Scenes

@Suite struct RacePageTests {
  @Test(arguments: [
    (1.23456789, 3, 1.23), (9.99996, 5, 10), (-0.000123456789, 6, -0.000123457), (0, 6, 0),
    (2.5e-300, 6, 2.5e-300), (1.23456789e300, 4, 1.235e300), (.infinity, 6, .infinity),
  ])
  func numbersAreRounded(value: Double, digits: Int, rounded: Double) {
    #expect(PageNumber.rounded(value, digits: digits) == rounded)
  }

  @Test func whatIsNoNumberStaysNone() {
    #expect(PageNumber.rounded(.nan, digits: 6).isNaN)
    #expect(PageNumber.coordinate(.nan, over: 0...1).isNaN)
  }

  /// Digits are spent where zooming shows them.
  @Test(arguments: [
    (1000.123456789, 1000.0...1001.0, 1000.1234568), (1.23456789e-9, -4.0...4.0, 1.235e-9),
    (0.123456789, 0.0...1.0, 0.1234568), (-1.5e300, -1.0...1.0, -1.5e300),
    (-Double.infinity, 0.0...1.0, -Double.infinity), (0, 0.0...1.0, 0),
  ])
  func coordinatesAreAsFineAsTheWindow(
    value: Double, window: ClosedRange<Double>, rounded: Double
  ) {
    #expect(PageNumber.coordinate(value, over: window) == rounded)
  }

  @Test(arguments: [0, 1, 2, 99, 100])
  func shortRecordingsAreWhole(count: Int) {
    let values = (0..<count).map(Double.init)
    #expect(EntryThinning.kept(of: values, limit: 100) == Array(0..<count))
  }

  @Test(arguments: [101, 102, 1000, 54321])
  func longRecordingsKeepTheirEndsAndExtremes(count: Int) {
    var values = (0..<count).map { 1 / Double($0 + 1) }
    values[count / 3] = 7
    values[count / 2] = -3
    values[count - 2] = .nan
    let kept = EntryThinning.kept(of: values, limit: 100)
    #expect(kept.count <= 100)
    #expect(kept == Set(kept).sorted())
    for entry in [0, count / 3, count / 2, count - 1] { #expect(kept.contains(entry)) }
  }

  @Test func clocksStayExactWhereEntriesAreThinned() {
    let trajectory = Fixture.converging(5000, wobble: 0.2, title: "Long")
    let entrant = PageEntrant(
      RaceRun(trajectory, index: 0, clock: .steps, colors: .light), trajectory,
      on: landscape(minimum: 0), clocks: PageClocks(.steps, of: []), entryLimit: 200
    ).json
    let steps = counts(entrant, "steps")
    #expect(steps.count <= 200)
    #expect(steps.reduce(0, +) == 5000)
    #expect(counts(entrant, "evaluations").reduce(0, +) == 15_000)
    #expect(counts(entrant, "gradients") == steps)
  }

  /// Time is a clock where all runs were timed, and is counted in nanoseconds.
  @Test func timedRunsHaveOneClockMore() {
    let timed = Fixture.converging(50, wobble: 0.2, title: "Timed")
    var plain = timed
    plain.seconds = []
    let clocks = PageClocks(.steps, of: [timed])
    #expect(clocks.all == [.steps, .gradients, .evaluations, .seconds])
    #expect(PageClocks(.steps, of: [timed, plain]).all == [.steps, .gradients, .evaluations])
    let entrant = PageEntrant(
      RaceRun(timed, index: 0, clock: .seconds, colors: .light), timed,
      on: landscape(minimum: 0), clocks: clocks, entryLimit: 200
    ).json
    #expect(counts(entrant, "nanoseconds").reduce(0, +) == 50_000)
  }

  /// Moments are told as the page's clock counts: time in nanoseconds, epochs by their examples.
  @Test func notesHaveTheirMoments() {
    var trajectory = Fixture.converging(50, wobble: 0.2, title: "Told")
    trajectory.exampleCount = 40
    let clocks = PageClocks(.steps, of: [trajectory])
    #expect(clocks.reading(7, on: .steps) == 7)
    #expect(clocks.reading(1.5, on: .seconds) == 1_500_000_000)
    #expect(clocks.reading(2.5, on: .epochs) == 100)
    var style = RaceStyle()
    style.timedNotes = [
      TimedNote(at: 9, "c"), TimedNote(at: 3, "a"), TimedNote(at: 3, "b"),
    ]
    let page = RacePage(
      [trajectory], on: landscape(minimum: 0), style: style,
      resolution: PixelSize(width: 20, height: 20))
    #expect(
      page.raceText.contains(
        "\"said\":[{\"at\":3,\"text\":\"a · b\"},{\"at\":9,\"text\":\"c\"}]"))
  }

  /// The table's count has no weights, and no clock has a column twice.
  @Test(arguments: [(1, ["evaluations"]), (10, ["evaluations:gradients=10", "evaluations"])])
  func weightsAreTheClocksAlone(weight: Int, columns: [String]) {
    var weights = RaceClock.Weights()
    weights[.gradients] = weight
    let trajectory = Fixture.converging(50, wobble: 0.2, title: "Costly")
    let clock = RaceClock(.evaluations, weights: weights)
    let entrant = PageEntrant(
      RaceRun(trajectory, index: 0, clock: clock, colors: .light), trajectory,
      on: landscape(minimum: 0), clocks: PageClocks(clock, of: []), entryLimit: 200
    ).json
    let kinds = keys(entrant).filter { $0.hasPrefix("evaluations") }
    #expect(kinds == columns)
    #expect(counts(entrant, columns[0]).reduce(0, +) == 50 * (2 + weight))
    #expect(counts(entrant, "evaluations").reduce(0, +) == 150)
  }

  @Test(arguments: [
    (RacePlane.whole, "\"axisTitles\":[\"x₁\",\"x₂\"]"),
    (.graph, "\"axisTitles\":[\"x\",\"f\"]"),
    (
      RacePlane(
        origin: [0, 0], u: [1, 0], v: [0, 1], titles: ("PC 1", "PC 2"), note: "slice",
        shares: (0.907, 0.0501)),
      "\"axisTitles\":[\"PC 1: 91 % of the variance\",\"PC 2: 5 % of the variance\"]"
    ),
  ])
  func axesHaveTitles(plane: RacePlane, titles: String) {
    var landscape = landscape(minimum: 0)
    landscape.plane = plane
    let page = RacePage([], on: landscape, resolution: PixelSize(width: 20, height: 20))
    #expect(page.raceText.contains(titles))
    let note = plane.note.map { "\"\($0)\"" } ?? ""
    #expect(page.raceText.contains("\"notes\":[\(note)]"))
  }

  /// As many names as levels and one colour more; one of each for a constant, none for nothing.
  @Test(arguments: [
    (Levels(rule: .excess, steps: [0.1, 1, 10], base: 3), "f − f*", ["0.1", "1", "10"], 4),
    (Levels(rule: .symmetric, steps: [-2, 0, 5]), "f", ["−2", "0", "5"], 4),
    (Levels(rule: .ranks, steps: [], constant: 4), "f", ["4"], 1),
    (Levels(rule: .ranks, steps: []), "", [], 0),
  ])
  func levelsAreNamedAsInTheFilm(levels: Levels, title: String, names: [String], count: Int) {
    let json = PageLevels(levels, ContourStyle()).json
    guard count > 0 else { return #expect(json == .null) }
    let colors = BandColors(levels: levels, style: ContourStyle()).bands.map(\.css)
    #expect(colors.count == count)
    #expect(
      json
        == .members([
          "title": .string(title), "names": .strings(names), "colors": .strings(colors),
        ]))
  }

  @Test func pagesTellTheirLevels() {
    let levels = landscape(minimum: 0).levels(ContourStyle())
    #expect(levels.values.count > 5)
    let text = page([], minimum: 0).raceText
    #expect(text.contains("\"levels\":" + PageLevels(levels, ContourStyle()).json.description))
  }

  /// Several entrants have a map each in the layout of a grid; names are above them, not at heads.
  @Test(arguments: [
    (RaceStyle.Layout.grid, 2, true), (.grid, 1, false), (.standard, 2, false),
    (.figure, 2, false),
  ])
  func gridsHaveAMapEach(layout: RaceStyle.Layout, count: Int, isGrid: Bool) {
    var style = RaceStyle()
    style.layout = layout
    let text = RacePage(
      Array(Fixture.field.prefix(count)), on: landscape(minimum: 0), style: style,
      resolution: PixelSize(width: 20, height: 20)
    ).raceText
    #expect(text.contains("\"isGrid\":\(isGrid ? 1 : 0)"))
    #expect(text.contains("\"hasHeadLabels\":\(count > 1 && !isGrid ? 1 : 0)"))
  }

  @Test func landmarksAreAllThere() {
    var landscape = landscape(minimum: 0)
    landscape.localMinima = [[-1, 2]]
    landscape.saddles = [[0, 0.5], [1.5, 2]]
    landscape.maxima = [[1, -0.5]]
    let page = RacePage([], on: landscape, resolution: PixelSize(width: 20, height: 20))
    for (kind, places) in [
      ("minimum", "[[1,1]]"), ("local minimum", "[[-1,2]]"), ("saddle", "[[0,0.5],[1.5,2]]"),
      ("maximum", "[[1,-0.5]]"), ("start", "[]"),
    ] {
      let entry = page.raceText.split(separator: "\"kind\":").first { $0.hasPrefix("\"\(kind)\"") }
      #expect(entry?.contains("\"places\":\(places)}") == true, "\(kind)")
    }
  }

  /// From edge to edge of the window; where f is no number, there is none.
  @Test func graphsAreSampled() throws {
    var landscape = landscape(minimum: 0)
    landscape.plane = .graph
    landscape.curve = { $0 > 1 ? .nan : $0 * $0 }
    let text = RacePage([], on: landscape, resolution: PixelSize(width: 20, height: 20)).raceText
    let list = try #require(text.firstMatch(of: /"curve":\[([^\]]*)\]/)?.output.1)
    let samples = list.split(separator: ",").map { Double($0) ?? .nan }
    #expect(samples.count == 1201)
    #expect(samples[0] == 4)
    #expect(samples[600] == 0)
    #expect(samples[900] == 1)
    #expect(samples.count { $0.isNaN } == 300)
    #expect(page([], minimum: 0).raceText.contains("\"curve\":null"))
  }

  @Test(arguments: [0.0, 0.5, nil])
  func valuesAreExcessesWhereTheMinimumIsKnown(minimum: Double?) {
    let page = page([Fixture.trajectory([(0, 0), (1, 1)])], minimum: minimum)
    let excesses = [1, 0].map { $0 - (minimum ?? 0) }.map { JSON.number($0).description }
    #expect(page.raceText.contains("\"value\":[\(excesses.joined(separator: ","))]"))
    let text = minimum.map { JSON.number($0).description } ?? "null"
    #expect(page.raceText.contains("\"minimum\":\(text),"))
  }

  @Test func entrantsLookAsInTheFilm() {
    let text = page(Fixture.field, minimum: 0).raceText
    for (i, end) in ["converged at 400", "converged at 150", "diverged at 40", "budget spent"]
      .enumerated()
    {
      let style = EntrantStyle(index: i)
      let look = "\"color\":\"\(style.color.css)\",\"shape\":\"\(style.shape)\",\"end\":\"\(end)\""
      #expect(text.contains(look))
    }
  }

  @Test(
    arguments: [(0x0055CC, "#0055cc"), (0, "#000000"), (0xFFFFFF, "#ffffff")] as [(UInt32, String)])
  func colorsAreWrittenForStyleSheets(hex: UInt32, css: String) {
    #expect(Color(hex).css == css)
  }

  private func landscape(minimum: Double?) -> Landscape {
    Landscape(
      title: "valley", objective: Fixture.valley, x: -2...2, y: -1...3, minimizers: [[1, 1]],
      minimum: minimum)
  }

  private func page(_ trajectories: [Trajectory], minimum: Double?) -> RacePage {
    RacePage(
      trajectories, on: landscape(minimum: minimum), resolution: PixelSize(width: 20, height: 20))
  }

  private func keys(_ json: JSON) -> [String] {
    if case .object(let members) = json { members.map(\.key) } else { [] }
  }

  private func counts(_ json: JSON, _ key: String) -> [Int] {
    guard case .object(let members) = json,
      case .array(let values) = members.first(where: { $0.key == key })?.value
    else { return [] }
    return values.compactMap { if case .integer(let value) = $0 { value } else { nil } }
  }
}
