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
  let axis: ValueAxis
  /// Of the map.
  let axisTitles: (x: String, y: String)?
  /// The largest clock value of all entrants.
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
    axisTitles = landscape.plane.titles
    self.count = count ?? trajectories.count
    last = clock.last(of: trajectories)
    axis = ValueAxis(values: Self.shown(trajectories, on: landscape), minimum: landscape.minimum)
    let starts = Set(trajectories.filter { $0.count > 0 }.map { $0.point(0) })
    start =
      starts.count == 1
      ? trajectories.first { $0.count > 0 }?.places(on: landscape.plane).first : nil
    setting = Self.setting(trajectories, starts)
  }

  /// The values that the errors are to show: those on the map, all starts, and where they are
  /// excesses what is not far above them; divergers would leave no room for others.
  private static func shown(_ trajectories: [Trajectory], on landscape: Landscape) -> [Double] {
    let onMap = trajectories.flatMap { trajectory in
      zip(trajectory.places(on: landscape.plane), trajectory.values)
        .filter { place, _ in landscape.x.contains(place.x) && landscape.y.contains(place.y) }.map {
          $1
        }
    }
    let shown = onMap + trajectories.compactMap(\.values.first)
    guard let minimum = landscape.minimum else { return shown }
    let highest = shown.map { $0 - minimum }.filter(\.isFinite).max() ?? 0
    return trajectories.flatMap(\.values).filter { $0 - minimum <= 100 * max(highest, 0) }
  }

  var time: ClockAxis { ClockAxis(clock, last: last) }

  func map(in area: Rect) -> Plot { Plot(area: area, x: x, y: y) }

  /// What stands below the chart of errors: the clock, and what the lower edge means where errors
  /// lie on it, if there is room.
  func chartTitle(width: Double, _ typesetting: Typesetting) -> String {
    let edge = NumberLabel.value(axis.domain.lowerBound, digits: 1)
    let parts = [time.title] + (axis.hasFloor ? ["lower edge: \(edge) or less"] : [])
    let text = typesetting.measuring.whole(
      parts, joinedBy: " · ", in: typesetting.theme.label, width: width)
    return text.isEmpty ? time.title : text
  }

  func chart(in area: Rect) -> Plot {
    Plot(
      area: area, x: time.domain, y: axis.domain,
      isLogarithmicY: axis.isLogarithmic)
  }

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
