import Contours
import RealModule

/// How learning rates are plotted: on a logarithmic axis where they span more than a factor of 8.
struct RateAxis: Hashable, Sendable {
  let domain: ClosedRange<Double>
  let isLogarithmic: Bool

  static let title = "rate ε"
  private static let smallest = 1e-16

  /// An axis that shows some rates; those that are not finite do not count.
  init(_ rates: [Double]) {
    let finite = rates.filter(\.isFinite)
    let positive = finite.filter { $0 > Self.smallest }
    let high = min(positive.max() ?? 1, 1e300)
    let low = positive.min() ?? high
    isLogarithmic = low < high / 8
    domain =
      isLogarithmic
      ? ClosedRange(between: Double.exp10(Double.log10(low).rounded(.down)), 1.6 * high)
      : ClosedRange(between: 0, 1.25 * high)
  }

  /// An axis for all rates of some entrants.
  init(_ entrants: [RaceEntrant]) {
    self.init(entrants.flatMap { $0.runs.flatMap(\.rates) })
  }

  /// The rates over a race's time.
  func plot(_ time: ClockAxis, in area: Rect) -> Plot {
    Plot(area: area, x: time.domain, y: domain, isLogarithmicY: isLogarithmic)
  }

  /// What is drawn for a rate; nil for nothing, as for zero on a logarithmic axis.
  func ordinate(_ rate: Double) -> Double? {
    guard rate.isFinite else { return nil }
    return isLogarithmic && rate < domain.lowerBound ? nil : rate
  }
}
