import Experiments

/// Median and quartiles of f over the course of several runs that differ in seed or start.
///
/// At each value of the clock a run counts with the last entry that it had reached: one that has
/// ended keeps its last value, one that has diverged or failed counts as infinite from then on.
public struct RunBand<Clock: Hashable & Comparable & Sendable>: Sendable {
  /// Where the clock of any run changed, ascending; thinned to about `limit` places.
  public let clocks: [Clock]
  /// The lower quartile at each of `clocks`; infinite values count as the highest.
  public let lower: [Double]
  /// The median at each of `clocks`; infinite where half of the runs or more are.
  public let median: [Double]
  /// The upper quartile at each of `clocks`.
  public let upper: [Double]

  /// - Parameters:
  ///   - runs: at least one, each with at least one entry.
  ///   - clock: the clock at an entry of a run; it never descends.
  ///   - value: what is told of an entry; NaN counts as infinite.
  public init(
    _ runs: [Trajectory], limit: Int = 2000, clock: (Trajectory, Int) -> Clock,
    value: (Trajectory, Int) -> Double
  ) {
    self.init(
      runs.map { run in
        Run(
          clocks: (0..<run.count).map { clock(run, $0) },
          values: (0..<run.count).map { value(run, $0) },
          isBroken: run.isBroken)
      }, limit: limit)
  }

  /// - Parameter runs: at least one, each with at least one entry.
  public init(_ runs: [Run], limit: Int = 2000) {
    clocks = Self.thinned(Set(runs.flatMap(\.clocks)).sorted(), limit)
    var cursors = [Int](repeating: 0, count: runs.count)
    var quartiles: [[Double]] = [[], [], []]
    for clock in clocks {
      let values = runs.indices.map { runs[$0].value(at: clock, &cursors[$0]) }.sorted()
      for (place, p) in [0.25, 0.5, 0.75].enumerated() {
        quartiles[place].append(Quantiles.value(values, at: p))
      }
    }
    (lower, median, upper) = (quartiles[0], quartiles[1], quartiles[2])
  }

  private static func thinned(_ all: [Clock], _ limit: Int) -> [Clock] {
    guard all.count > limit else { return all }
    return (0..<limit).map { all[$0 * (all.count - 1) / (limit - 1)] }
  }

  /// What is told of a run's entries.
  public struct Run: Sendable {
    /// Never descending.
    let clocks: [Clock]
    /// NaN counts as infinite.
    let values: [Double]
    /// Whether it counts as infinite from its end on.
    let isBroken: Bool

    /// - Parameters:
    ///   - clocks: at least one, never descending.
    ///   - values: one for each of `clocks`; NaN counts as infinite.
    ///   - isBroken: whether the run counts as infinite from its end on.
    public init(clocks: [Clock], values: [Double], isBroken: Bool) {
      (self.clocks, self.values, self.isBroken) = (clocks, values, isBroken)
    }

    /// The value at a clock that does not descend from call to call.
    fileprivate func value(at clock: Clock, _ cursor: inout Int) -> Double {
      while cursor + 1 < clocks.count, clocks[cursor + 1] <= clock { cursor += 1 }
      let isOver = isBroken && cursor == clocks.count - 1 && clock >= clocks[cursor]
      let value = values[cursor]
      return isOver || value.isNaN ? .infinity : value
    }
  }
}
