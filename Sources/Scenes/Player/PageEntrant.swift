import Experiments
import JSON

/// An entrant's row in the legend and its columns of numbers, short enough for a page.
struct PageEntrant {
  private let run: RaceRun
  private let columns: PageColumns
  /// Overlays at them.
  private let strokes: [StrokeSpan]
  private let tail: TailFading?
  private let hasRates: Bool

  /// Where the strokes of overlays take more than a limit, entries are thinned until they do not,
  /// so that all that are kept have theirs; `fewest` stay in any case.
  init(
    _ run: RaceRun, _ trajectory: Trajectory, on landscape: Landscape, clocks: PageClocks,
    entryLimit: Int, tail: TailFading? = nil, hasRates: Bool = false, strokeLimit: Int = .max,
    fewest: Int = 100, strokes: ([Int]) -> [StrokeSpan] = { _ in [] }
  ) {
    self.run = run
    var kept = EntryThinning.kept(of: run.values, limit: entryLimit)
    var spans = strokes(kept)
    while spans.size > strokeLimit, kept.count > fewest {
      kept = EntryThinning.kept(of: run.values, limit: max(fewest, kept.count * 2 / 3))
      spans = strokes(kept)
    }
    columns = PageColumns(
      run, trajectory, on: landscape, clocks: clocks.columns, entries: kept)
    self.strokes = spans
    self.tail = tail
    self.hasRates = hasRates
  }

  /// Without overlays and rates where there are none.
  var json: JSON {
    .object(look + columns.members + rates + strokes.members + PageTails.members(tail))
  }

  /// The learning rates or step lengths that led to the entries.
  private var rates: [JSON.Member] {
    guard hasRates else { return [] }
    return [JSON.Member("rate", columns.numbers(run.rates))]
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
