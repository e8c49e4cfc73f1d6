import Contours
import Experiments
import JSON

/// What a page knows about its race beside the entrants.
struct PageLandscape {
  private let landscape: Landscape
  private let race: Race
  private let style: RaceStyle
  private let clocks: PageClocks

  /// About as many as a wide map has pixels; the page adds where the race has been.
  private static let curveIntervals = 1200

  init(_ landscape: Landscape, _ race: Race, _ style: RaceStyle, clocks: PageClocks) {
    self.clocks = clocks
    self.landscape = landscape
    self.race = race
    self.style = style
  }

  /// The map without the contours, which take time, and all that is told of the race.
  func members(_ rows: PageRows) -> [JSON.Member] {
    [
      JSON.Member("title", .string(style.headline ?? landscape.title)),
      JSON.Member("clock", .string(PageClocks.name(style.clock))),
      JSON.Member("clocks", .strings(clocks.all.map(PageClocks.name))),
      JSON.Member(
        "window",
        .numbers([
          landscape.x.lowerBound, landscape.x.upperBound, landscape.y.lowerBound,
          landscape.y.upperBound,
        ])),
      JSON.Member("hasEqualUnits", .integer(landscape.hasEqualUnits ? 1 : 0)),
      JSON.Member("minimum", .optional(landscape.minimum) { .number($0) }),
      JSON.Member("landmarks", .array(LandmarkKind.allCases.map(landmarks))),
      JSON.Member(
        "axisTitles", .strings([landscape.plane.pageTitles.x, landscape.plane.pageTitles.y])),
      JSON.Member("placeTitle", .string(landscape.plane.placeTitle)),
      JSON.Member("valueTitle", .string(race.axis.title)),
      JSON.Member("charts", .array(rows.charts.map(\.pageJSON))),
      JSON.Member("notes", .strings(notes + layoutNotes(rows) + rows.notes)),
      JSON.Member("said", .array(said)),
      JSON.Member("tailLengths", rows.tailLengths ?? .null),
      JSON.Member("hasHeadLabels", .integer(hasHeadLabels(rows) ? 1 : 0)),
      JSON.Member("isGrid", .integer(isGrid(rows) ? 1 : 0)),
      JSON.Member("entrants", .array(rows.json)),
    ]
  }

  /// What lies below the race: f where it has one variable, else the heights from which contours
  /// are made.
  func contours(at levels: Levels) -> [JSON.Member] {
    [
      JSON.Member("curve", .optional(landscape.curve) { .numbers(samples(of: $0)) }),
      JSON.Member("levels", PageLevels(levels, style.contours).json),
      JSON.Member(
        "ground", .optional(PageGround(landscape, levels: levels, style: style.contours), \.json)),
    ]
  }

  private var notes: [String] {
    let usual = landscape.notes + race.setting + style.notes
    let own = style.footer.map { $0.isEmpty ? [] : [$0] }
    let unit = style.clock.kind.noun
    return (own ?? usual)
      + style.timedNotes.map { "\(unit) \(NumberLabel.value($0.amount)): \($0.text)" }
  }

  /// What is said at moments of the clock, in their order.
  private var said: [JSON] {
    TimedNote.texts(style.timedNotes) { clocks.reading($0, on: style.clock) }
      .sorted { $0.key < $1.key }
      .map { .members(["at": .integer($0.key), "text": .string($0.value)]) }
  }

  private func hasHeadLabels(_ rows: PageRows) -> Bool {
    style.hasHeadLabels && rows.json.count > 1 && !rows.areClouds && !isGrid(rows)
  }

  /// More maps would be too small in a reader's window.
  private static let mostMaps = 24

  /// Whether each entrant has a map of its own.
  private func isGrid(_ rows: PageRows) -> Bool {
    style.layout == .grid && (2...Self.mostMaps).contains(rows.json.count)
  }

  /// Why the layout is not what was asked for.
  private func layoutNotes(_ rows: PageRows) -> [String] {
    switch style.layout {
    case .grid where rows.json.count > Self.mostMaps:
      ["one map: a grid on a page has at most \(Self.mostMaps)"]
    case .figure: ["the layout figure is for pictures alone"]
    case .standard, .grid: []
    }
  }

  /// The values of a function of one variable, evenly from the window's left to its right edge.
  private func samples(of curve: (Double) -> Double) -> [Double] {
    (0...Self.curveIntervals).map { i in
      let share = Double(i) / Double(Self.curveIntervals)
      let x = landscape.x.lowerBound * (1 - share) + landscape.x.upperBound * share
      return PageNumber.coordinate(curve(x), over: landscape.y)
    }
  }

  /// All of a kind; starts are added by the page, which has the runs.
  private func landmarks(_ kind: LandmarkKind) -> JSON {
    let landmarks = landscape.landmarks
    let places = (landmarks.places[kind] ?? []).filter { $0.count == 2 }
    return .members([
      "kind": .string(kind.rawValue), "name": .string(landmarks.name(kind)),
      "shape": .string("\(kind.shape)"), "size": .number(kind.share),
      "isHollow": .integer(kind.isHollow ? 1 : 0),
      "places": .array(places.map { .numbers($0) }),
    ])
  }
}
