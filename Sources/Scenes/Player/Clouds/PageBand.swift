import Experiments
import JSON
import Statistics

/// What a page tells of an entrant with several runs over one clock: quartiles and medians, and
/// when runs end.
struct PageBand {
  /// Under the clock.
  private let entrant: RaceEntrant
  /// Of each line of the charts, in the order of these.
  private let lines: [[RunBand<Int>]]
  /// When runs change.
  private let clocks: [Int]
  private let charts: [ChartPlan]
  private let minimum: Double
  /// The times that are kept, ascending.
  private let places: [Int]
  /// Whether there were more.
  let isThinned: Bool

  /// - Parameter limit: the most times, the first and the last among them; at least 2.
  init(_ entrant: RaceEntrant, minimum: Double?, charts: [ChartPlan] = [], limit: Int) {
    self.entrant = entrant
    self.charts = charts
    lines = charts.map { plan in
      plan.lines.indices.map { line in entrant.band { plan.values(of: $0.trajectory, line: line) } }
    }
    self.minimum = minimum ?? 0
    clocks = lines.joined().first?.clocks ?? entrant.band(of: \.values).clocks
    let count = clocks.count
    isThinned = count > limit
    places = isThinned ? (0..<limit).map { $0 * (count - 1) / (limit - 1) } : Array(0..<count)
  }

  private var times: [Int] { places.map { clocks[$0] } }

  /// The first, and how much each is above the one before.
  var clock: JSON { PageClocks.differences(times) }

  /// At each time the quartiles of what the charts show, and the medians of the table; then the
  /// times at which runs have converged or broken off.
  var json: JSON {
    let values = medians { $0.values[$1] - minimum }
    return .members([
      "series": .object(
        zip(charts, lines).map { plan, bands in
          JSON.Member(plan.quantity.name, .array(bands.map(quartiles)))
        }),
      "value": .numbers(values.map { PageNumber.rounded($0, digits: 6) }),
      "gradientNorm": rounded(medians { $0.gradientNorms[$1] }),
      "evaluations": .numbers(medians { Double($0.evaluations[$1]) }),
      "converged": ends { $0.end.kind == .converged },
      "broken": ends { $0.end.isBreakdown },
    ])
  }

  private func quartiles(of band: RunBand<Int>) -> JSON {
    func numbers(_ values: [Double]) -> JSON { rounded(places.map { values[$0] }) }
    return .members([
      "lower": numbers(band.lower), "median": numbers(band.median), "upper": numbers(band.upper),
    ])
  }

  private func rounded(_ values: [Double]) -> JSON {
    .numbers(values.map { PageNumber.rounded($0, digits: 4) })
  }

  private func medians(_ value: (RaceRun, Int) -> Double) -> [Double] {
    times.map { entrant.median(at: $0, value) ?? .nan }
  }

  private func ends(_ counts: (RaceRun) -> Bool) -> JSON {
    PageClocks.differences(entrant.runs.filter(counts).compactMap(\.clocks.last).sorted())
  }
}
