import Experiments
import Statistics

/// One optimizer's runs from several starts or with several seeds.
struct RaceCloud: Sendable {
  /// At least one; all look the same.
  let entrants: [RaceEntrant]
  /// Median and quartiles of f over the clock.
  let band: RunBand

  init(
    _ runs: [Trajectory], index: Int, names: EntrantNames? = nil, on plane: RacePlane,
    clock: RaceClock,
    style: RaceStyle
  ) {
    entrants = runs.map {
      RaceEntrant(
        $0, index: index, names: names, on: plane, clock: clock, colors: style.colors,
        look: style.look(index))
    }
    band = RunBand(runs) {
      clock.value(of: $0, at: $1)
    } value: {
      $0.values[$1]
    }
  }

  /// The clouds of a race, one for each group of runs.
  static func list(
    _ groups: [[Trajectory]], on plane: RacePlane, style: RaceStyle
  ) -> [RaceCloud] {
    let names = EntrantNames(groups.map { $0[0] }, looks: style.looks)
    return groups.enumerated().map { i, runs in
      RaceCloud(runs, index: i, names: names, on: plane, clock: style.clock, style: style)
    }
  }

  var style: EntrantStyle { entrants[0].style }

  /// The median over the runs that have begun of what is told of an entry; nil before all of them.
  func median(at clock: Int, _ value: (RaceEntrant, Int) -> Double) -> Double? {
    let values = entrants.compactMap { entrant in
      entrant.entry(at: clock).map { value(entrant, $0) }
    }
    .map { $0.isNaN ? .infinity : $0 }
    return values.isEmpty ? nil : Quantiles.value(values.sorted(), at: 0.5)
  }

  /// "312 of 400 converged, 20 broken off".
  func state(at clock: Int) -> String {
    let over = entrants.filter { $0.isFinished(at: clock) }
    let converged = over.count { $0.end.kind == .converged }
    let broken = over.count { $0.end.isBreakdown }
    return Self.state(converged, of: entrants.count, broken: broken)
  }

  /// The longest there may be.
  var longestState: String {
    Self.state(entrants.count, of: entrants.count, broken: entrants.count)
  }

  private static func state(_ converged: Int, of count: Int, broken: Int) -> String {
    "\(converged) of \(count) converged" + (broken > 0 ? ", \(broken) broken off" : "")
  }
}
