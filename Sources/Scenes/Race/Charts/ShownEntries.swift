import Experiments
import Statistics

/// The entries of a race's runs that axes of charts are to show: those on the map, all starts, and
/// where f has a known minimum what is not far above them; divergers would leave no room for others.
struct ShownEntries: Sendable {
  private let landscape: Landscape
  /// The highest excess; nil where min f is not known.
  private let highest: Double?

  init(_ trajectories: [Trajectory], on landscape: Landscape) {
    self.landscape = landscape
    guard let minimum = landscape.minimum else {
      highest = nil
      return
    }
    let near = trajectories.flatMap { run in
      Self.onMap(run, landscape).map { run.values[$0] } + run.values.prefix(1)
    }
    highest = 100 * max(near.map { $0 - minimum }.filter(\.isFinite).max() ?? 0, 0)
  }

  private static func onMap(_ run: Trajectory, _ landscape: Landscape) -> [Int] {
    run.places(on: landscape.plane).enumerated().filter { _, place in
      landscape.x.contains(place.x) && landscape.y.contains(place.y)
    }.map(\.offset)
  }

  /// The entries of a run, ascending.
  func entries(of run: Trajectory) -> [Int] {
    guard let highest, let minimum = landscape.minimum else {
      let onMap = Self.onMap(run, landscape)
      return onMap.first == 0 || run.count == 0 ? onMap : [0] + onMap
    }
    return run.values.indices.filter { run.values[$0] - minimum <= highest }
  }

  /// f at them.
  func values(of run: Trajectory) -> [Double] { entries(of: run).map { run.values[$0] } }
}

/// The values that the axis of a chart is to show.
struct ShownValues {
  let quantity: ChartQuantity
  let clock: RaceClock
  /// Where the clock stops.
  let last: Int

  /// Those of an entrant's run, or the quartiles of its several.
  ///
  /// - Parameters:
  ///   - lines: what each run has.
  ///   - entries: those of a run that are to be seen in any case.
  func values(
    of runs: [Trajectory], _ lines: [[ChartQuantity.Line]], at entries: (Trajectory) -> [Int]
  ) -> [Double] {
    let values = zip(runs, lines).flatMap { run, lines in
      let shown = entries(run)
      return lines.flatMap { self.values(of: run, $0.values, at: shown) }
    }
    guard runs.count > 1, let highest = values.max() else { return values }
    return quartiles(of: runs, lines).filter { $0 <= highest }
  }

  /// Beside what is to be seen, what has room with it. Heights that are left out belong to places
  /// that are not shown.
  private func values(of run: Trajectory, _ values: [Double], at shown: [Int]) -> [Double] {
    let seen = shown.map { values[$0] }.filter(\.isFinite)
    guard !quantity.traits.contains(.ofHeight), let highest = seen.max() else { return seen }
    return seen
      + values.indices.filter {
        (0...max(highest, 0)).contains(values[$0]) && clock.value(of: run, at: $0) <= last
      }.map { values[$0] }
  }

  private func quartiles(of runs: [Trajectory], _ lines: [[ChartQuantity.Line]]) -> [Double] {
    (lines.first ?? []).indices.flatMap { i -> [Double] in
      let band = RunBand(
        zip(runs, lines).filter { $1.indices.contains(i) }.map { run, lines in
          RunBand.Run(
            clocks: (0..<run.count).map { clock.value(of: run, at: $0) }, values: lines[i].values,
            isBroken: run.isBroken)
        })
      return band.lower + band.median + band.upper
    }
  }
}
