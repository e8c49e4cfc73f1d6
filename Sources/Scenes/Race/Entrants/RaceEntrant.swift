import Experiments
import Statistics

/// One optimizer in a race, with its one run, or those from several starts or with several seeds.
struct RaceEntrant: Sendable {
  /// At least one; all are called and look the same.
  let runs: [RaceRun]

  init(
    _ runs: [Trajectory], index: Int, place: Int? = nil, names: EntrantNames? = nil,
    on plane: RacePlane, clock: RaceClock, until last: Int = .max, style: RaceStyle
  ) {
    self.runs = runs.map {
      RaceRun(
        $0, index: index, place: place, names: names, on: plane, clock: clock, until: last,
        colors: style.colors, look: style.look(index))
    }
  }

  /// The entrants of a race, one for each group of runs.
  ///
  /// - Parameter last: where the clock stops.
  static func list(
    _ groups: [[Trajectory]], on plane: RacePlane, until last: Int = .max, style: RaceStyle
  ) -> [RaceEntrant] {
    let firsts = groups.map { $0[0] }
    let names = EntrantNames(firsts, looks: style.looks)
    let places = EntrantPlaces.places(of: firsts)
    return groups.enumerated().map { i, runs in
      RaceEntrant(
        runs, index: i, place: places[i], names: names, on: plane, clock: style.clock, until: last,
        style: style)
    }
  }

  var title: String { runs[0].title }
  var name: String { runs[0].name }
  var settings: String { runs[0].settings }
  var style: EntrantStyle { runs[0].style }
  var hasSeveralRuns: Bool { runs.count > 1 }

  /// Median and quartiles over the clock of what is known of every entry.
  func band(of values: (RaceRun) -> [Double]) -> RunBand<Int> {
    RunBand(
      runs.map {
        RunBand.Run(clocks: $0.clocks, values: values($0), isBroken: $0.end.isBreakdown)
      })
  }

  /// The median over the runs that have begun of what is told of an entry; nil before all of them.
  func median(at clock: Int, _ value: (RaceRun, Int) -> Double) -> Double? {
    let values = runs.compactMap { run in
      run.entry(at: clock).map { value(run, $0) }
    }
    .map { $0.isNaN ? .infinity : $0 }
    return values.isEmpty ? nil : Quantiles.value(values.sorted(), at: 0.5)
  }
}

// What tables say.
extension RaceEntrant {
  /// f, ‖∇f‖ and evaluations, of several runs their medians; nil before the first entry.
  ///
  /// - Parameter minimum: what is taken from f; 0 for f itself.
  func numbers(at clock: Int, above minimum: Double = 0) -> [String]? {
    guard hasSeveralRuns else { return runs[0].numbers(at: clock, above: minimum) }
    guard let value = median(at: clock, { $0.values[$1] }),
      let norm = median(at: clock, { $0.gradientNorms[$1] }),
      let evaluations = median(at: clock, { Double($0.evaluations[$1]) })
    else { return nil }
    return [
      NumberLabel.changing(value - minimum), NumberLabel.changing(norm, digits: 2),
      NumberLabel.value(evaluations),
    ]
  }

  /// "312 of 400 converged, 20 broken off".
  func count(at clock: Int) -> String {
    let over = runs.filter { $0.isFinished(at: clock) }
    let converged = over.count { $0.end.kind == .converged }
    return Self.count(converged, of: runs.count, broken: over.count { $0.end.isBreakdown })
  }

  /// The longest that `EntrantPaths.state` says at the end.
  var longestEnd: String {
    hasSeveralRuns
      ? Self.count(runs.count, of: runs.count, broken: runs.count) : runs[0].end.text
  }

  /// The same where there is room for what the clock counts.
  var fullestEnd: String { hasSeveralRuns ? longestEnd : runs[0].end.fullText }

  private static func count(_ converged: Int, of count: Int, broken: Int) -> String {
    "\(converged) of \(count) converged" + (broken > 0 ? ", \(broken) broken off" : "")
  }
}

extension RaceRun {
  fileprivate func numbers(at clock: Int, above minimum: Double) -> [String]? {
    entry(at: clock).map { entry in
      [
        NumberLabel.changing(values[entry] - minimum),
        NumberLabel.changing(gradientNorms[entry], digits: 2), String(evaluations[entry]),
      ]
    }
  }
}
