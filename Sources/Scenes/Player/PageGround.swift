import Contours
import Experiments

/// What a page knows about its race beside the entrants.
struct PageGround {
  private let ground: RaceGround
  private let race: Race
  private let style: RaceStyle
  private let levels: Levels
  /// Of the chart of rates; nil where there is none.
  private let rates: RateAxis?
  private let clocks: PageClocks
  /// What overlays mean.
  private let keys: [String]
  private let tailLengths: JSON?

  /// About as many as a wide map has pixels; the page adds where the race has been.
  private static let curveIntervals = 1200

  init(
    _ ground: RaceGround, _ race: Race, _ style: RaceStyle, levels: Levels, rates: RateAxis?,
    clocks: PageClocks, notes keys: [String], tailLengths: JSON?
  ) {
    self.levels = levels
    self.rates = rates
    self.clocks = clocks
    self.keys = keys
    self.tailLengths = tailLengths
    self.ground = ground
    self.race = race
    self.style = style
  }

  func json(entrants: [JSON]) -> JSON {
    .members([
      "title": .string(ground.title),
      "clock": .string(PageClocks.name(style.clock)),
      "clocks": .strings(clocks.all.map(PageClocks.name)),
      "window": .numbers([
        ground.x.lowerBound, ground.x.upperBound, ground.y.lowerBound, ground.y.upperBound,
      ]),
      "minimum": .optional(ground.minimum) { .number($0) },
      "minimumLabel": .string(ground.minimumLabel),
      "minimizers": places(ground.minimizers),
      "localMinima": places(ground.localMinima),
      "saddles": places(ground.saddles),
      "axisTitles": .strings([ground.plane.pageTitles.x, ground.plane.pageTitles.y]),
      "curve": .optional(ground.curve) { .numbers(samples(of: $0)) },
      "levels": PageLevels(levels, style.contours).json,
      "errors": axis(race.axis.title, race.axis.domain, isLogarithmic: race.axis.isLogarithmic),
      "rates": .optional(rates) {
        axis(RateAxis.title, $0.domain, isLogarithmic: $0.isLogarithmic)
      },
      "notes": .strings(notes),
      "tailLengths": tailLengths ?? .null,
      "hasHeadLabels": .integer(style.hasHeadLabels && entrants.count > 1 ? 1 : 0),
      "entrants": .array(entrants),
    ])
  }

  private var notes: [String] {
    [ground.plane.note].compactMap { $0 } + race.setting + style.notes + keys
  }

  /// The upright axis of a chart.
  private func axis(
    _ title: String, _ domain: ClosedRange<Double>, isLogarithmic: Bool
  ) -> JSON {
    .members([
      "title": .string(title),
      "isLogarithmic": .integer(isLogarithmic ? 1 : 0),
      "low": .number(domain.lowerBound),
      "high": .number(domain.upperBound),
    ])
  }

  /// The values of a function of one variable, evenly from the window's left to its right edge.
  private func samples(of curve: (Double) -> Double) -> [Double] {
    (0...Self.curveIntervals).map { i in
      let share = Double(i) / Double(Self.curveIntervals)
      let x = ground.x.lowerBound * (1 - share) + ground.x.upperBound * share
      return PageNumber.coordinate(curve(x), over: ground.y)
    }
  }

  private func places(_ coordinates: [[Double]]) -> JSON {
    .array(coordinates.filter { $0.count == 2 }.map { .numbers($0) })
  }
}
