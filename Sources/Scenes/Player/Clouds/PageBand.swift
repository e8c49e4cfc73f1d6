import Experiments
import JSON
import Statistics

/// What a page tells of an entrant with several runs over one clock: quartiles and medians, and
/// when runs end.
struct PageBand {
  /// Under the clock.
  private let entrant: RaceEntrant
  private let band: RunBand
  /// Of learning rates or step lengths; nil where no chart shows them.
  private let rates: RunBand?
  private let minimum: Double
  /// The times that are kept, ascending.
  private let places: [Int]
  /// Whether there were more.
  let isThinned: Bool

  /// - Parameter limit: the most times, the first and the last among them; at least 2.
  init(_ entrant: RaceEntrant, minimum: Double?, hasRates: Bool = false, limit: Int) {
    self.entrant = entrant
    band = entrant.band(of: \.values)
    rates = hasRates ? entrant.band(of: \.rates) : nil
    self.minimum = minimum ?? 0
    let count = band.clocks.count
    isThinned = count > limit
    places = isThinned ? (0..<limit).map { $0 * (count - 1) / (limit - 1) } : Array(0..<count)
  }

  private var times: [Int] { places.map { band.clocks[$0] } }

  /// The first, and how much each is above the one before.
  var clock: JSON { PageClocks.differences(times) }

  /// At each time the quartiles of f − f* and of the rates as the charts show them, and the medians
  /// of the table; then the times at which runs have converged or broken off.
  var json: JSON {
    let values = medians { $0.values[$1] - minimum }
    return .members([
      "errors": quartiles(of: band, above: minimum),
      "rates": .optional(rates) { quartiles(of: $0, above: 0) },
      "value": .numbers(values.map { PageNumber.rounded($0, digits: 6) }),
      "gradientNorm": rounded(medians { $0.gradientNorms[$1] }),
      "evaluations": .numbers(medians { Double($0.evaluations[$1]) }),
      "converged": ends { $0.end.kind == .converged },
      "broken": ends { $0.end.isBreakdown },
    ])
  }

  private func quartiles(of band: RunBand, above least: Double) -> JSON {
    func numbers(_ values: [Double]) -> JSON { rounded(places.map { values[$0] - least }) }
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
