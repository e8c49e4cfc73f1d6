import Experiments

/// What a page knows about its race beside the entrants.
struct PageGround {
  private let ground: RaceGround
  private let race: Race
  private let style: RaceStyle

  init(_ ground: RaceGround, _ race: Race, _ style: RaceStyle) {
    self.ground = ground
    self.race = race
    self.style = style
  }

  func json(entrants: [JSON]) -> JSON {
    .members([
      "title": .string(ground.title),
      "clock": .string(style.clock.kind.rawValue),
      "clocks": .strings(RaceClock.allCases.map(\.rawValue)),
      "window": .numbers([
        ground.x.lowerBound, ground.x.upperBound, ground.y.lowerBound, ground.y.upperBound,
      ]),
      "minimum": .optional(ground.minimum) { .number($0) },
      "minimumLabel": .string(ground.minimumLabel),
      "minimizers": places(ground.minimizers),
      "saddles": places(ground.saddles),
      "errors": errors,
      "notes": .strings(race.setting + style.notes),
      "hasHeadLabels": .integer(style.hasHeadLabels && entrants.count > 1 ? 1 : 0),
      "entrants": .array(entrants),
    ])
  }

  /// The axis of the error panel.
  private var errors: JSON {
    .members([
      "title": .string(race.axis.title),
      "isLogarithmic": .integer(race.axis.isLogarithmic ? 1 : 0),
      "low": .number(race.axis.domain.lowerBound),
      "high": .number(race.axis.domain.upperBound),
    ])
  }

  private func places(_ coordinates: [[Double]]) -> JSON {
    .array(coordinates.filter { $0.count == 2 }.map { .numbers($0) })
  }
}
