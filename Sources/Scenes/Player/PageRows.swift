import Experiments
import JSON

/// What a page tells of its entrants, with one run or several, and what comes with them.
struct PageRows {
  let json: [JSON]
  /// What overlays mean, and what was thinned.
  let notes: [String]
  /// How long tails last; nil where trails do not fade.
  let tailLengths: JSON?
  /// From above to below, at least one.
  let charts: [ChartPlan]
  /// Whether every entrant has several runs.
  let areClouds: Bool

  /// - Parameter groups: at least one run each, and of each at least one entry.
  init(
    _ groups: [[Trajectory]], on landscape: Landscape, race: Race, style: RaceStyle,
    clocks: PageClocks, resolution: PixelSize, limits: PageLimits
  ) {
    let entrants = RaceEntrant.list(groups, on: landscape.plane, style: style)
    let overlays = PageOverlays(entrants.map(\.runs), race, style: style, resolution: resolution)
    let charts = ChartPlan.list(groups, race, on: landscape, style: style)
    let strokeLimit = limits.strokes / max(entrants.count, 1)
    let entryLimit = max(100, limits.entries / max(entrants.count { !$0.hasSeveralRuns }, 1))

    let places = entrants.indices.filter { entrants[$0].hasSeveralRuns }
    let thinning = CloudThinning(
      places.map { entrants[$0] }, on: landscape, entryLimit: limits.cloudEntries,
      runLimit: limits.runs, strokeLimit: strokeLimit * places.count
    ) { cloud, run, entries in overlays.spans(of: places[cloud], run: run, at: entries).size }
    let clouds = places.enumerated().map { cloud, i in
      PageCloud(
        entrants[i], groups[i], index: i, on: landscape, style: style, clocks: clocks,
        thinning: thinning, cloud: cloud, tail: overlays.fading(entrants[i].style),
        charts: charts
      ) { overlays.spans(of: i, run: $0, at: $1) }
    }
    let single = entrants.indices.filter { !entrants[$0].hasSeveralRuns }
    let slice = RaceSlice(
      landscape, for: single.reduce(0) { $0 + min(entryLimit, groups[$1][0].count) })
    let alone = single.map { i in
      let rows = PageEntrant(
        entrants[i].runs[0], groups[i][0], on: landscape, clocks: clocks, entryLimit: entryLimit,
        slice: slice, tail: overlays.fading(entrants[i].style), charts: charts,
        colors: style.colors, strokeLimit: strokeLimit,
        digits: limits.isExact ? .all : PageColumns.Digits()
      ) { overlays.spans(of: i, at: $0) }
      return (i, rows.json)
    }

    let rows = zip(places, clouds.map(\.json)) + alone
    json = rows.sorted { $0.0 < $1.0 }.map(\.1)
    let thinned = thinning.note(hasFewTimes: clouds.contains(where: \.hasFewTimes))
    notes = overlays.notes(on: landscape.plane) + [thinned].compactMap { $0 }
    tailLengths = overlays.hasTails ? PageTails.lengths(groups.flatMap { $0 }, clocks) : nil
    self.charts = charts
    areClouds = places.count == entrants.count
  }
}
