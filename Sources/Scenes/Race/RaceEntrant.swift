import Experiments

/// A trajectory with all that the film needs to know about it, in pixels.
struct RaceEntrant: Sendable {
  let title: String
  /// The settings that differ from the defaults.
  let settings: String
  let style: EntrantStyle
  /// The clock at each entry.
  let clocks: [Int]
  let values: [Double]
  /// Where each entry lies, maybe outside the plot; nil where it is no finite point.
  let places: [Point?]
  let trail: Trail
  let curve: Trail
  let end: RaceEnd

  init(
    _ trajectory: Trajectory, index: Int, clock: RaceFilm.RaceClock, contour: Plot, chart: Plot,
    axis: ValueAxis
  ) {
    precondition(trajectory.dimension == 2, "a race is run in two dimensions")
    let clocks = (0..<trajectory.count).map { clock.value(of: trajectory, at: $0) }
    let places = (0..<trajectory.count).map { i in
      contour.point(trajectory.coordinates[2 * i], trajectory.coordinates[2 * i + 1])
    }
    let curve = zip(trajectory.values, clocks).map { value, clock in
      let ordinate = axis.ordinate(value)
      return (point: ordinate.flatMap { chart.point(Double(clock), $0) }, clock: clock)
    }
    title = trajectory.title
    settings = trajectory.settings
    style = EntrantStyle(index: index)
    values = trajectory.values
    self.clocks = clocks
    self.places = places
    let line = zip(places, clocks).map { (point: $0, clock: $1) }
    trail = Trail(line, within: contour.area, spacing: 0.7)
    self.curve = Trail(CurveThinning.thin(curve), within: chart.area, spacing: 0.5)
    end = RaceEnd(trajectory.outcome, step: trajectory.steps.last ?? 0)
  }

  /// The entry that the clock has reached; nil before the first.
  func entry(at clock: Int) -> Int? {
    var low = 0
    var high = clocks.count
    while low < high {
      let middle = (low + high) / 2
      if clocks[middle] <= clock { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The place of the last entry until `clock` that has one.
  func place(at clock: Int) -> Point? {
    guard let entry = entry(at: clock) else { return nil }
    return places[...entry].last { $0 != nil } ?? nil
  }

  func isFinished(at clock: Int) -> Bool {
    clocks.last.map { $0 <= clock } ?? true
  }
}
