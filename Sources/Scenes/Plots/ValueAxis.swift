import Contours
import Experiments
import RealModule

/// How f is plotted: the logarithm of its excess over the minimum, or f itself where the minimum
/// is not known.
struct ValueAxis: Sendable {
  let minimum: Double?
  let domain: ClosedRange<Double>
  /// What the row below the domain is called, where excesses lie that no logarithm shows: "0"; nil
  /// where there are none.
  let zeroLabel: String?

  let title: String

  var isLogarithmic: Bool { minimum != nil }

  /// Less is rounding, and drawn with zero.
  private static let smallest = 1e-16

  /// An axis that shows some values of f, or of a figure with a name of its own.
  init(values: some Sequence<Double>, minimum: Double?, named name: String? = nil) {
    self.minimum = minimum
    title = name ?? (minimum == nil ? "f" : "f − f*")
    let finite = values.map { $0 - (minimum ?? 0) }.filter(\.isFinite)
    guard minimum != nil else {
      zeroLabel = nil
      domain = Self.linear(finite)
      return
    }
    let high = max(finite.max() ?? 1, Self.smallest * 100)
    let positive = finite.filter { $0 > 0 }.min() ?? high / 1000
    let low = Double.exp10(Double.log10(max(positive, Self.smallest)).rounded(.down))
    domain = ClosedRange(between: min(low, high / 10), high * 1.6)
    zeroLabel = Self.label(of: finite.filter { $0 < low }, below: low)
  }

  /// What is drawn for a value of f; nil for nothing.
  func ordinate(_ value: Double) -> Double? {
    guard let minimum else { return value.isFinite ? value : nil }
    let excess = value - minimum
    guard excess.isFinite else { return nil }
    if excess >= domain.lowerBound { return excess }
    return zeroLabel == nil ? domain.lowerBound : 0
  }

  /// "0", or "≤ 0" where rounding made some less, or "< 10⁻¹⁶".
  private static func label(of excesses: [Double], below low: Double) -> String? {
    guard let range = ClosedRange(of: excesses) else { return nil }
    if range.upperBound > 0 { return "< " + NumberLabel.power(Rung(nearest: low)) }
    return range.lowerBound < 0 ? "≤ 0" : "0"
  }

  private static func linear(_ values: [Double]) -> ClosedRange<Double> {
    guard let range = ClosedRange(of: values) else { return 0...1 }
    return range.grown(by: (range.upperBound - range.lowerBound) / 20)
  }
}
