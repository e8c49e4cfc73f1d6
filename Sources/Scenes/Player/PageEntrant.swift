import Experiments

/// An entrant's row in the legend and its columns of numbers, short enough for a page.
///
/// Where min f is known the page gets f − f*, whose digits f itself would not hold near f*.
struct PageEntrant {
  private let entrant: RaceEntrant
  private let trajectory: Trajectory
  private let ground: RaceGround
  /// Weighted as the race's clock is.
  private let evaluations: RaceClock
  /// The entries that are kept.
  private let entries: [Int]

  init(
    _ entrant: RaceEntrant, _ trajectory: Trajectory, on ground: RaceGround, clock: RaceClock,
    entryLimit: Int
  ) {
    evaluations = RaceClock(.evaluations, weights: clock.weights)
    self.entrant = entrant
    self.trajectory = trajectory
    self.ground = ground
    entries = EntryThinning.kept(of: entrant.values, limit: entryLimit)
  }

  var json: JSON {
    .members([
      "title": .string(entrant.title),
      "settings": .string(entrant.settings),
      "color": .string(entrant.style.color.css),
      "shape": .string("\(entrant.style.shape)"),
      "end": .string(entrant.end.text),
      "isBroken": .integer(entrant.end.isBreakdown ? 1 : 0),
      "steps": column(.steps),
      "gradients": column(.gradients),
      "evaluations": column(evaluations),
      "x": coordinates(\.x, extent: ground.x),
      "y": coordinates(\.y, extent: ground.y),
      "value": .numbers(entries.map { rounded(entrant.values[$0] - (ground.minimum ?? 0)) }),
      "gradientNorm": .numbers(entries.map { rounded(entrant.gradientNorms[$0]) }),
    ])
  }

  /// The first count, then how much each is above the one before.
  private func column(_ clock: RaceClock) -> JSON {
    var last = 0
    let differences = entries.map { entry in
      let value = clock.value(of: trajectory, at: entry)
      defer { last = value }
      return value - last
    }
    return .integers(differences)
  }

  private func coordinates(
    _ axis: KeyPath<(x: Double, y: Double), Double>, extent: ClosedRange<Double>
  ) -> JSON {
    .numbers(
      entries.map { PageNumber.coordinate(entrant.points[$0][keyPath: axis], over: extent) })
  }

  private func rounded(_ value: Double) -> Double { PageNumber.rounded(value, digits: 6) }
}
