import Contours
import Experiments
import Objectives
import Optimizers
import Testing

@testable import Scenes

/// Races on Himmelblau's function, recorded in detail.
enum DetailedRace {
  static let optimizers = [
    "momentum:lr=0.003", "adam:lr=0.1", "newton", "bfgs", "sr1", "trust-exact", "cg",
    "rmsprop:lr=0.05", "momentum:lr=0.05",
  ]

  static func run(
    _ optimizer: String, from start: [Double] = [0.5, 0.2], isDetailed: Bool = true,
    cadence: Cadence = .all, steps: Int = 25
  ) throws -> Trajectory {
    let plan = Plan(budget: Budget(steps: steps), cadence: cadence, isDetailed: isDetailed)
    return try run(optimizer, from: start, plan: plan)
  }

  static func run(
    _ optimizer: String, from start: [Double] = [0.5, 0.2], plan: Plan
  ) throws -> Trajectory {
    try descend(
      Himmelblau(), with: OptimizerCatalogue.settings(optimizer), from: start, plan: plan)
  }

  /// Of (x² + y − 11)² + (x + y² − 7)².
  static func gradient(at point: PlanePoint) -> PlanePoint {
    let (x, y) = (point.x, point.y)
    let (p, q) = (x * x + y - 11, x + y * y - 7)
    return PlanePoint(4 * x * p + 2 * q, 2 * p + 4 * y * q)
  }

  static func film(
    _ trajectories: [Trajectory], _ overlays: Set<RaceOverlay>,
    layout: RaceStyle.Layout = .standard, size: PixelSize = PixelSize(width: 640, height: 360)
  ) -> RaceFilm {
    var style = RaceStyle()
    style.size = size
    style.layout = layout
    style.overlays = overlays
    let function = Himmelblau()
    let landscape = Landscape(
      title: "himmelblau", objective: { function.value(at: [$0, $1]) }, x: -5...5, y: -5...5,
      minimum: 0)
    return RaceFilm(trajectories, on: landscape, style: style, measuring: FixedWidthMeasuring())
  }

  /// The overlays of a map alone.
  static func overlays(
    _ trajectories: [Trajectory], _ overlays: Set<RaceOverlay>
  ) -> MapOverlays {
    let map = Plot(area: Rect(x: 20, y: 10, width: 400, height: 300), x: -5...5, y: -5...5)
    let entrants = trajectories.enumerated().map {
      RaceRun($1, index: $0, clock: .steps, colors: .light)
    }
    let theme = Theme(.light, scale: 1)
    return MapOverlays(
      overlays, map: map, paths: entrants.map { [RacePath($0, on: map)] },
      arrows: ArrowScale(entrants, on: map), theme: theme)
  }
}

struct OverlayTests {
  @Test(arguments: RaceOverlay.all, RaceStyle.Layout.allCases)
  func everyFrameHasAsManyElements(overlay: RaceOverlay, layout: RaceStyle.Layout) throws {
    let trajectories = try DetailedRace.optimizers.map { try DetailedRace.run($0) }
    let without = DetailedRace.film(trajectories, [], layout: layout)
    let film = DetailedRace.film(trajectories, [overlay], layout: layout)
    let counts = Set((0..<film.frameCount).map { film.overlay(ofFrame: $0).count })
    let more = overlay == .rate && layout == .figure ? 0 : trajectories.count
    #expect(counts == [without.overlay(ofFrame: 0).count + more])
  }

  /// No ink falls outside an element's bounds, or off the page.
  @Test(arguments: RaceOverlay.all, RaceStyle.Layout.allCases)
  func boundsHoldTheInk(overlay: RaceOverlay, layout: RaceStyle.Layout) throws {
    let trajectories = try DetailedRace.optimizers.map { try DetailedRace.run($0) }
    let film = DetailedRace.film(trajectories, [overlay], layout: layout)
    for frame in 0..<film.frameCount {
      for element in film.overlay(ofFrame: frame) + film.trails(ofFrame: frame) {
        #expect(film.size.rect.contains(element.bounds))
        for ink in element.marks.compactMap(\.ink) { #expect(element.bounds.contains(ink)) }
        #expect(element.marks.flatMap(\.points).allSatisfy { $0.x.isFinite && $0.y.isFinite })
      }
    }
  }

  /// Each overlay shows something for those who have something to show, and nothing for others.
  @Test(arguments: [
    (RaceOverlay.gradient, "momentum:lr=0.003", true), (.gradient, "bfgs", true),
    (.momentum, "momentum:lr=0.003", true), (.momentum, "adam:lr=0.1", true),
    (.momentum, "newton", false), (.step, "newton", true), (.step, "adam:lr=0.1", true),
    (.scale, "adam:lr=0.1", true), (.scale, "momentum:lr=0.003", false), (.model, "newton", true),
    (.model, "trust-exact", true), (.model, "bfgs", false), (.matrix, "bfgs", true),
    (.matrix, "sr1", true), (.matrix, "newton", false), (.region, "trust-exact", true),
    (.region, "cg", false), (.directions, "cg", true), (.directions, "bfgs", false),
    (.trials, "cg", true), (.trials, "momentum:lr=0.003", false), (.tails, "newton", true),
  ])
  func overlaysShowWhatThereIs(overlay: RaceOverlay, optimizer: String, isShown: Bool) throws {
    let overlays = DetailedRace.overlays([try DetailedRace.run(optimizer)], [overlay])
    let elements = (0...25).flatMap { overlays.elements(at: $0) }
    #expect(elements.contains { !$0.marks.isEmpty } == isShown)
  }

  /// Beside the headline as many keys stand as have room; on a usual page all of them.
  @Test func thePageSaysWhatOverlaysMean() throws {
    let run = try DetailedRace.run("momentum:lr=0.003")
    func texts(_ width: Int) -> [String] {
      let size = PixelSize(width: width, height: 720)
      let film = DetailedRace.film([run], Set(RaceOverlay.all), size: size)
      return film.background.marks.compactMap(\.string)
    }
    let notes = RaceOverlay.all.compactMap { $0.note(on: .whole) }
    #expect(notes.count == 9)
    #expect(texts(1920).contains { text in notes.allSatisfy(text.contains) })
    #expect(!texts(900).contains { text in notes.allSatisfy(text.contains) })
  }

  /// The last step stays in sight when it is done.
  @Test(arguments: [
    (RaceOverlay.step, "momentum:lr=0.003"), (.model, "newton"), (.matrix, "bfgs"),
    (.directions, "cg"),
  ])
  func theLastStepIsShownAtTheEnd(overlay: RaceOverlay, optimizer: String) throws {
    let run = try DetailedRace.run(optimizer, steps: 3)
    let overlays = DetailedRace.overlays([run], [overlay])
    let last = try #require(run.steps.last)
    let shown = overlays.elements(at: last)
    #expect(shown.contains { !$0.marks.isEmpty })
    #expect(shown == overlays.elements(at: last - 1) && shown == overlays.elements(at: last + 9))
  }

  @Test(arguments: RaceOverlay.all)
  func withoutDetailOnlyPointsAreShown(overlay: RaceOverlay) throws {
    let overlays = DetailedRace.overlays(
      try ["momentum:lr=0.003", "bfgs"].map { try DetailedRace.run($0, isDetailed: false) },
      [overlay])
    let isShown = (0...25).flatMap { overlays.elements(at: $0) }.contains { !$0.marks.isEmpty }
    #expect(isShown == (overlay == .tails || overlay == .step))
  }

  /// Between entries that are steps apart nothing is known of the step to come.
  @Test func sparseRecordingsShowNoStep() throws {
    let run = try DetailedRace.run("newton", cadence: .steps([2, 4, 6]))
    let overlays = DetailedRace.overlays([run], [.step, .model])
    let marks = (0...6).flatMap { overlays.elements(at: $0) }.flatMap(\.marks)
    #expect(marks.isEmpty)
  }

  @Test func tailsMakeTrailsPale() throws {
    let run = try DetailedRace.run("adam:lr=0.1")
    let places = EntrantPlaces.places(of: [run])
    let color = EntrantStyle(index: places[0]).color
    func strong(_ overlays: Set<RaceOverlay>, _ frame: Int) -> Bool {
      DetailedRace.film([run], overlays).trails(ofFrame: frame).prefix(1).flatMap(\.marks)
        .contains { !$0.polylines(colored: color).isEmpty }
    }
    #expect(strong([], 20))
    #expect(!strong([.tails], 20))
    let overlays = DetailedRace.overlays([run], [.tails])
    let tail = overlays.elements(at: 20).flatMap(\.marks)
    let first = EntrantStyle(index: 0).color
    #expect(tail.contains { !$0.polylines(colored: first).isEmpty })
  }

  @Test func theFooterExplains() throws {
    let run = try DetailedRace.run("momentum:lr=0.003")
    let film = DetailedRace.film(
      [run], [.momentum], size: PixelSize(width: 1920, height: 1080))
    let words = film.background.marks.compactMap(\.string).joined(separator: "\n")
    #expect(words.contains("filled arrow: momentum"))
  }
}

extension Mark {
  /// The rectangle of a mark's ink; nil for texts and where there is none.
  var ink: Rect? {
    switch self {
    case .polyline(let points, let stroke): Rect(around: points)?.grown(by: stroke.width / 2)
    case .polygon(let points, _, let stroke):
      Rect(around: points)?.grown(by: (stroke?.width ?? 0) / 2)
    case .marker(_, let place, let size, _, _): Rect(around: place, reach: size / 2 + 2)
    case .rectangle(let rect, _, let stroke): rect.grown(by: (stroke?.width ?? 0) / 2)
    case .clipped(let area, let marks):
      Rect(around: marks.compactMap { $0.ink?.clipped(to: area) }.flatMap(\.ends))
    case .text, .raster: nil
    }
  }
}
