import Contours
import Experiments

/// One run of an entrant, with all that a film needs to know about it but its place on the page.
struct RaceRun: Sendable {
  /// What stands beside the settings.
  let title: String
  /// What stands alone: the title, with settings where it does not tell entrants apart.
  let name: String
  /// The settings that differ from the defaults, or those of others do.
  let settings: String
  let style: EntrantStyle
  /// What charts take their values from.
  let trajectory: Trajectory
  /// The clock at each entry.
  let clocks: [Int]
  let values: [Double]
  let gradientNorms: [Double]
  /// Evaluations of any kind up to each entry.
  let evaluations: [Int]
  /// Where each entry lies on the plane.
  let points: [PlanePoint]
  /// The number of each entry's step, and the learning rate or step length that led there.
  let steps: [Int]
  let rates: [Double]
  /// What was recorded in detail at each entry; empty where nothing was.
  let diagnostics: [StepDiagnostics]
  let end: RaceEnd

  /// - Parameters:
  ///   - index: in the list of entrants.
  ///   - place: that gives colour and shape; the index unless given.
  ///   - names: of all entrants; the optimizer's title where it races alone.
  ///   - last: where the clock stops; what comes after is reached then.
  init(
    _ trajectory: Trajectory, index: Int, place: Int? = nil, names: EntrantNames? = nil,
    on plane: RacePlane = .whole, clock: RaceClock, until last: Int = .max, colors: ThemeColors,
    look: EntrantLook = EntrantLook()
  ) {
    self.trajectory = trajectory
    title = names?.titles[index] ?? trajectory.title
    name = names?.names[index] ?? trajectory.title
    settings = names?.settings[index] ?? trajectory.settings
    style = EntrantStyle(index: place ?? index, in: colors, color: look.color)
    clocks = (0..<trajectory.count).map { min(clock.value(of: trajectory, at: $0), last) }
    values = Array(trajectory.values)
    gradientNorms = Array(trajectory.gradientNorms)
    evaluations = (0..<trajectory.count).map { trajectory.cumulated[$0].evaluations }
    points = trajectory.places(on: plane)
    steps = Array(trajectory.steps)
    rates = Array(trajectory.learningRates)
    let details = trajectory.details
    diagnostics = details.indices.compactMap {
      StepDiagnostics(details[$0], after: $0 > 0 ? details[$0 - 1] : nil, on: plane)
    }
    end = RaceEnd(trajectory, on: clock)
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

  func isFinished(at clock: Int) -> Bool {
    clocks.last.map { $0 <= clock } ?? true
  }
}

extension Trajectory {
  /// Each entry's coordinates on a plane in as many dimensions.
  func places(on plane: RacePlane) -> [PlanePoint] {
    precondition(dimension == plane.dimension, "a plane in another space")
    if plane.isGraph { return zip(coordinates, values).map { PlanePoint($0, $1) } }
    return (0..<count).map { i in
      plane.coordinates(of: coordinates[(i * dimension)..<((i + 1) * dimension)])
    }
  }
}
