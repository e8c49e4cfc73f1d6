import Contours
import Experiments
import RealModule

/// How f is plotted: the logarithm of its excess over the minimum, or f itself where the minimum
/// is not known.
struct ValueAxis: Sendable {
  let minimum: Double?
  let domain: ClosedRange<Double>
  /// Whether an excess below the domain is drawn at its lower edge.
  let hasFloor: Bool

  let title: String

  var isLogarithmic: Bool { minimum != nil }

  /// Less is rounding, and drawn at the floor.
  private static let smallest = 1e-16

  /// An axis that shows some values of f, or of a figure with a name of its own.
  init(values: some Sequence<Double>, minimum: Double?, named name: String? = nil) {
    self.minimum = minimum
    title = name ?? (minimum == nil ? "f" : "f − f*")
    let finite = values.map { $0 - (minimum ?? 0) }.filter(\.isFinite)
    guard minimum != nil else {
      hasFloor = false
      domain = Self.linear(finite)
      return
    }
    let high = max(finite.max() ?? 1, Self.smallest * 100)
    let positive = finite.filter { $0 > 0 }.min() ?? high / 1000
    let low = Double.exp10(Double.log10(max(positive, Self.smallest)).rounded(.down))
    domain = ClosedRange(between: min(low, high / 10), high * 1.6)
    hasFloor = finite.contains { $0 < low }
  }

  /// What is drawn for a value of f; nil for nothing.
  func ordinate(_ value: Double) -> Double? {
    guard let minimum else { return value.isFinite ? value : nil }
    let excess = value - minimum
    return excess.isFinite ? max(excess, domain.lowerBound) : nil
  }

  private static func linear(_ values: [Double]) -> ClosedRange<Double> {
    guard let range = ClosedRange(of: values) else { return 0...1 }
    return range.grown(by: (range.upperBound - range.lowerBound) / 20)
  }
}
