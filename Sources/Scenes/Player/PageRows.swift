import Experiments
import JSON

/// What a page tells of its entrants, and what comes with them.
struct PageRows {
  let json: [JSON]
  /// What overlays mean, or what was thinned.
  let notes: [String]
  /// How long tails last; nil where trails do not fade.
  let tailLengths: JSON?
  /// Of the chart of rates; nil where there is none.
  let rates: RateAxis?
  /// Whether the entrants are clouds.
  let areClouds: Bool

  /// One run of each entrant.
  ///
  /// - Parameters:
  ///   - entryLimit: the most entries of all runs together.
  ///   - strokeLimit: the most numbers that overlays take, about.
  init(
    _ trajectories: [Trajectory], on landscape: Landscape, race: Race, style: RaceStyle,
    clocks: PageClocks, resolution: PixelSize, entryLimit: Int, strokeLimit: Int
  ) {
    let count = max(trajectories.count, 1)
    let entrants = RaceEntrant.list(trajectories.map { [$0] }, on: landscape.plane, style: style)
    let runs = entrants.map { $0.runs[0] }
    let overlays = PageOverlays(runs, race, style: style, resolution: resolution)
    let hasRates = style.overlays.contains(.rate)
    rates = hasRates ? RateAxis(entrants) : nil
    notes = overlays.notes(on: landscape.plane)
    tailLengths = overlays.hasTails ? PageTails.lengths(trajectories, clocks) : nil
    areClouds = false
    json = zip(runs, trajectories).enumerated().map { i, pair in
      PageEntrant(
        pair.0, pair.1, on: landscape, clocks: clocks, entryLimit: max(100, entryLimit / count),
        tail: overlays.fading(of: pair.0), hasRates: hasRates, strokeLimit: strokeLimit / count
      ) { overlays.spans(of: i, at: $0) }.json
    }
  }

  /// Several runs of each entrant, without overlays.
  ///
  /// - Parameters:
  ///   - groups: at least one run each, and of each at least one entry.
  ///   - entryLimit: the most entries of all runs together; but two of each run stay.
  ///   - runLimit: the most runs that are drawn, about.
  init(
    clouds groups: [[Trajectory]], on landscape: Landscape, style: RaceStyle, clocks: PageClocks,
    entryLimit: Int, runLimit: Int
  ) {
    let entrants = RaceEntrant.list(groups, on: landscape.plane, style: style)
    let thinning = CloudThinning(
      entrants, on: landscape, entryLimit: entryLimit, runLimit: runLimit)
    let rows = zip(entrants, groups).enumerated().map { i, pair in
      PageCloud(
        pair.0, pair.1, index: i, on: landscape, style: style, clocks: clocks, thinning: thinning)
    }
    json = rows.map(\.json)
    notes = [thinning.note(hasFewTimes: rows.contains(where: \.hasFewTimes))].compactMap { $0 }
    (tailLengths, rates, areClouds) = (nil, nil, true)
  }
}
