import Contours
import Experiments
import LinearAlgebra

/// Who races where: what the layout needs to know before there are pixels.
struct Race: Sendable {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// Width over height of the map, where its units are equal.
  let mapRatio: Double?
  let clock: RaceClock
  /// Of the errors.
  let axis: ValueAxis
  /// What axes of charts show.
  let shown: ShownEntries
  /// Of the map.
  let axisTitles: (x: String, y: String)
  /// Where the clock stops: when all runs are over, or of those that diverge all that is to be
  /// seen.
  let last: Int
  let count: Int
  /// Where all begin, if all begin there.
  let start: PlanePoint?
  /// Start and seed in words, each if it is the same for all.
  let setting: [String]

  /// - Parameter count: how many entrants the trajectories belong to; one each unless given.
  init(
    _ trajectories: [Trajectory], on landscape: Landscape, clock: RaceClock, count: Int? = nil
  ) {
    let (x, y) = (landscape.x, landscape.y)
    self.x = x
    self.y = y
    mapRatio =
      landscape.hasEqualUnits ? (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound) : nil
    self.clock = clock
    axisTitles = landscape.plane.axisTitles
    self.count = count ?? trajectories.count
    let shown = ShownEntries(trajectories, on: landscape)
    self.shown = shown
    let axis = ValueAxis(
      values: trajectories.flatMap(shown.values), minimum: landscape.minimum)
    self.axis = axis
    last = Self.last(trajectories, on: landscape, axis, clock)
    let starts = Set(trajectories.filter { $0.count > 0 }.map { $0.point(0) })
    start =
      starts.count == 1
      ? trajectories.first { $0.count > 0 }?.places(on: landscape.plane).first : nil
    setting = Self.setting(trajectories, starts)
  }

  /// Runs that leave map and chart for good do not stretch the film for the others: once they are
  /// gone there is nothing of them to be seen.
  private static func last(
    _ trajectories: [Trajectory], on landscape: Landscape, _ axis: ValueAxis, _ clock: RaceClock
  ) -> Int {
    let runs = trajectories.filter { $0.count > 0 }.map { run -> (shown: Int, isGone: Bool) in
      let lastOnMap = run.places(on: landscape.plane).lastIndex {
        landscape.x.contains($0.x) && landscape.y.contains($0.y)
      }
      let lastOnChart = run.values.lastIndex {
        axis.ordinate($0).map { $0 <= axis.domain.upperBound } ?? false
      }
      let end = run.count - 1
      // With the step that leaves.
      let shown = min(max(lastOnMap ?? 0, lastOnChart ?? 0) + 1, end)
      return (clock.value(of: run, at: shown), shown < end)
    }
    let steady = runs.filter { !$0.isGone }
    return steady.isEmpty ? clock.last(of: trajectories) : runs.map(\.shown).max() ?? 0
  }

  /// As words tell it; axes may begin later.
  var time: ClockAxis { ClockAxis(clock, last: last) }

  func map(in area: Rect) -> Plot { Plot(area: area, x: x, y: y) }

  /// "start (−1.2, 1)", "seed 0".
  private static func setting(
    _ trajectories: [Trajectory], _ starts: Set<Vector>
  ) -> [String] {
    let seeds = Set(trajectories.map(\.seed))
    var parts: [String] = []
    if starts.count == 1, let start = starts.first {
      let numbers = start.prefix(4).map { NumberLabel.value($0) }.joined(separator: ", ")
      parts.append("start (\(numbers)\(start.count > 4 ? ", …" : ""))")
    }
    if seeds.count == 1, let seed = seeds.first { parts.append("seed \(seed)") }
    return parts
  }
}
