import Experiments
import JSON

/// An optimizer's runs from several starts or with several seeds, short enough for a page: its row
/// in the legend, quartiles and medians over each clock, and the runs that are drawn.
struct PageCloud {
  private let entrant: RaceEntrant
  private let colors: ThemeColors
  private let charts: [ChartPlan]
  private let tail: TailFading?
  private let bands: [(name: String, band: PageBand)]
  private let runs: [JSON]
  var hasFewTimes: Bool { bands.contains { $0.band.isThinned } }

  /// - Parameters:
  ///   - trajectories: the entrant's.
  ///   - index: its place among the entrants.
  ///   - thinning: what is kept of it, which has the place `cloud` there.
  ///   - strokes: the overlays of a run at some of its entries.
  init(
    _ entrant: RaceEntrant, _ trajectories: [Trajectory], index: Int, on landscape: Landscape,
    style: RaceStyle, clocks: PageClocks, thinning: CloudThinning, cloud: Int,
    tail: TailFading? = nil, charts: [ChartPlan],
    strokes: (Int, [Int]) -> [StrokeSpan] = { _, _ in [] }
  ) {
    self.entrant = entrant
    self.tail = tail
    colors = style.colors
    self.charts = charts
    bands = clocks.all.map { clock in
      let timed =
        clock == style.clock
        ? entrant
        : RaceEntrant(trajectories, index: index, on: landscape.plane, clock: clock, style: style)
      let band = PageBand(
        timed, minimum: landscape.minimum, charts: charts, limit: thinning.timeLimit)
      return (PageClocks.name(clock), band)
    }
    runs = zip(thinning.runs[cloud], thinning.entries[cloud]).map { place, entries in
      let run = entrant.runs[place]
      let columns = PageColumns(
        run, trajectories[place], on: landscape, clocks: clocks.all, entries: entries, digits: .few)
      return .object(
        columns.members + [JSON.Member("isBroken", .integer(run.end.isBreakdown ? 1 : 0))]
          + strokes(place, entries).members)
    }
  }

  /// Of an entrant's row the words and colours, with two paler ones; the clocks of the bands under
  /// their names; the bands; and the runs.
  var json: JSON {
    let color = entrant.style.color
    return .object(
      [
        JSON.Member("title", .string(entrant.title)),
        JSON.Member("name", .string(entrant.name)),
        JSON.Member("settings", .string(entrant.settings)),
        JSON.Member("color", .string(color.css)),
        JSON.Member("bandColor", .string(color.mixed(with: colors.paper, 0.75).css)),
        JSON.Member("trailColor", .string(color.mixed(with: colors.halo, 0.4).css)),
        JSON.Member("shape", .string("\(entrant.style.shape)")),
        JSON.Member("count", .integer(entrant.runs.count)),
      ] + PageSeries.colors(charts, of: color, on: colors.paper) + PageTails.members(tail)
        + bands.map { JSON.Member($0.name, $0.band.clock) } + [
          JSON.Member("bands", .object(bands.map { JSON.Member($0.name, $0.band.json) })),
          JSON.Member("runs", .array(runs)),
        ])
  }
}
