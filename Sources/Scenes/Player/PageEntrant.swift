import Experiments

/// An entrant's row in the legend and its columns of numbers, short enough for a page.
///
/// Where min f is known the page gets f − f*, whose digits f itself would not hold near f*.
struct PageEntrant {
  private let entrant: RaceEntrant
  private let trajectory: Trajectory
  private let ground: RaceGround
  private let clocks: PageClocks
  /// The entries that are kept.
  private let entries: [Int]
  /// Overlays at them.
  private let strokes: [StrokeSpan]
  private let tail: TailFading?
  private let hasRates: Bool

  /// Where the strokes of overlays take more than a limit, entries are thinned until they do not, so
  /// that all that are kept have theirs; `fewest` stay in any case.
  init(
    _ entrant: RaceEntrant, _ trajectory: Trajectory, on ground: RaceGround, clocks: PageClocks,
    entryLimit: Int, tail: TailFading? = nil, hasRates: Bool = false, strokeLimit: Int = .max,
    fewest: Int = 100, strokes: ([Int]) -> [StrokeSpan] = { _ in [] }
  ) {
    self.clocks = clocks
    self.entrant = entrant
    self.trajectory = trajectory
    self.ground = ground
    var kept = EntryThinning.kept(of: entrant.values, limit: entryLimit)
    var spans = strokes(kept)
    while spans.size > strokeLimit, kept.count > fewest {
      kept = EntryThinning.kept(of: entrant.values, limit: max(fewest, kept.count * 2 / 3))
      spans = strokes(kept)
    }
    entries = kept
    self.strokes = spans
    self.tail = tail
    self.hasRates = hasRates
  }

  /// Without overlays and rates where there are none.
  var json: JSON { .object(look + counts + numbers + rates + overlays) }

  /// The learning rates or step lengths that led to the entries.
  private var rates: [JSON.Member] {
    guard hasRates else { return [] }
    return [JSON.Member("rate", .numbers(entries.map { rounded(entrant.rates[$0]) }))]
  }

  private var overlays: [JSON.Member] {
    (strokes.isEmpty ? [] : [JSON.Member("overlay", strokes.json)])
      + (tail.map { [JSON.Member("tail", PageTails.lines($0))] } ?? [])
  }

  private var look: [JSON.Member] {
    [
      JSON.Member("title", .string(entrant.title)),
      JSON.Member("settings", .string(entrant.settings)),
      JSON.Member("color", .string(entrant.style.color.css)),
      JSON.Member("shape", .string("\(entrant.style.shape)")),
      JSON.Member("end", .string(entrant.end.text)),
      JSON.Member("isBroken", .integer(entrant.end.isBreakdown ? 1 : 0)),
    ]
  }

  /// Under the names of the clocks.
  private var counts: [JSON.Member] {
    clocks.columns.map { JSON.Member(PageClocks.name($0), column($0)) }
  }

  private var numbers: [JSON.Member] {
    let errors = entries.map { entrant.values[$0] - (ground.minimum ?? 0) }
    return [
      JSON.Member("x", coordinates(\.x, extent: ground.x)),
      JSON.Member("y", coordinates(\.y, extent: ground.y)),
      JSON.Member("value", .numbers(errors.map(rounded))),
      JSON.Member("gradientNorm", .numbers(entries.map { rounded(entrant.gradientNorms[$0]) })),
    ]
  }

  /// The first count, then how much each is above the one before.
  private func column(_ clock: RaceClock) -> JSON {
    var last = 0
    let differences = entries.map { entry in
      let value = clock.value(of: trajectory, at: entry)
      defer { last = value }
      return value - last
    }
    return .integers(differences)
  }

  private func coordinates(
    _ axis: KeyPath<(x: Double, y: Double), Double>, extent: ClosedRange<Double>
  ) -> JSON {
    .numbers(
      entries.map { PageNumber.coordinate(entrant.points[$0][keyPath: axis], over: extent) })
  }

  private func rounded(_ value: Double) -> Double { PageNumber.rounded(value, digits: 6) }
}
