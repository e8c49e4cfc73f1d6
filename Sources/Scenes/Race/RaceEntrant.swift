import Experiments

/// A trajectory with all that the film needs to know about it but its place on the page.
struct RaceEntrant: Sendable {
  let title: String
  /// The settings that differ from the defaults.
  let settings: String
  let style: EntrantStyle
  /// The clock at each entry.
  let clocks: [Int]
  let values: [Double]
  let gradientNorms: [Double]
  /// Evaluations of any kind up to each entry.
  let evaluations: [Int]
  /// Two coordinates of each entry.
  let points: [(x: Double, y: Double)]
  /// The number of each entry's step, and the learning rate or step length that led there.
  let steps: [Int]
  let rates: [Double]
  /// What was recorded in detail at each entry; empty where nothing was.
  let exhibits: [StepExhibits]
  let end: RaceEnd

  init(_ trajectory: Trajectory, index: Int, clock: RaceClock, colors: ThemeColors) {
    precondition(trajectory.dimension == 2, "a race is run in two dimensions")
    title = trajectory.title
    settings = trajectory.settings
    style = EntrantStyle(index: index, in: colors)
    clocks = (0..<trajectory.count).map { clock.value(of: trajectory, at: $0) }
    values = Array(trajectory.values)
    gradientNorms = Array(trajectory.gradientNorms)
    evaluations = (0..<trajectory.count).map { trajectory.cumulated[$0].evaluations }
    points = (0..<trajectory.count).map {
      (trajectory.coordinates[2 * $0], trajectory.coordinates[2 * $0 + 1])
    }
    steps = Array(trajectory.steps)
    rates = Array(trajectory.learningRates)
    exhibits = trajectory.details.map { StepExhibits($0) }
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

  func isFinished(at clock: Int) -> Bool {
    clocks.last.map { $0 <= clock } ?? true
  }
}
