import Experiments
import JSON

/// An entrant's row in the legend and its columns of numbers, short enough for a page.
struct PageEntrant {
  private let run: RaceRun
  private let columns: PageColumns
  /// Overlays at them.
  private let strokes: [StrokeSpan]
  private let tail: TailFading?
  private let slice: RaceSlice?
  private let charts: [ChartPlan]
  private let lineColors: [JSON.Member]

  /// Where the strokes of overlays take more than a limit, entries are thinned until they do not,
  /// so that all that are kept have theirs; `fewest` stay in any case.
  init(
    _ run: RaceRun, _ trajectory: Trajectory, on landscape: Landscape, clocks: PageClocks,
    entryLimit: Int, slice: RaceSlice? = nil, tail: TailFading? = nil, charts: [ChartPlan] = [],
    colors: ThemeColors = .light, strokeLimit: Int = .max,
    fewest: Int = 100, digits: PageColumns.Digits = PageColumns.Digits(),
    strokes: ([Int]) -> [StrokeSpan] = { _ in [] }
  ) {
    self.run = run
    var kept = EntryThinning.kept(of: run.values, limit: entryLimit)
    var spans = strokes(kept)
    while spans.size > strokeLimit, kept.count > fewest {
      kept = EntryThinning.kept(of: run.values, limit: max(fewest, kept.count * 2 / 3))
      spans = strokes(kept)
    }
    columns = PageColumns(
      run, trajectory, on: landscape, clocks: clocks.columns, entries: kept, digits: digits)
    self.strokes = spans
    self.tail = tail
    self.slice = slice
    self.charts = charts
    lineColors = PageSeries.colors(charts, of: run.style.color, on: colors.paper)
  }

  /// Without overlays and what else charts show where there is none.
  var json: JSON {
    .object(
      look + lineColors + columns.members + columns.besidePlane(slice)
        + PageSeries(charts, columns).members + strokes.members + PageTails.members(tail))
  }

  private var look: [JSON.Member] {
    [
      JSON.Member("title", .string(run.title)),
      JSON.Member("name", .string(run.name)),
      JSON.Member("settings", .string(run.settings)),
      JSON.Member("color", .string(run.style.color.css)),
      JSON.Member("shape", .string("\(run.style.shape)")),
      JSON.Member("end", .string(run.end.text)),
      JSON.Member("isBroken", .integer(run.end.isBreakdown ? 1 : 0)),
    ]
  }
}
