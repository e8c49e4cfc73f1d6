import Contours
import Experiments
import RealModule

/// An upright axis of values, linear or logarithmic: of f, of its excess over the minimum, of what
/// else charts show.
///
/// As far as the values have any extent, no more than a fifth of the axis is without them.
struct ValueAxis: Hashable, Sendable {
  /// What is taken from a value; nil on a linear axis.
  let minimum: Double?
  let domain: ClosedRange<Double>
  /// What the row below the domain is called, where excesses lie that no logarithm shows: "0"; nil
  /// where there are none.
  let zeroLabel: String?

  let title: String

  var isLogarithmic: Bool { minimum != nil }

  /// Less excess is rounding, and drawn with zero.
  private static let smallest = 1e-16

  /// An axis that shows some values of f, or of a figure with a name of its own: the logarithm of
  /// their excess where the minimum is known.
  ///
  /// - Parameter isRelative: whether values are drawn with zero where they are so small beside the
  ///   largest, rather than by themselves.
  init(
    values: some Sequence<Double>, minimum: Double?, named name: String? = nil,
    isRelative: Bool = false
  ) {
    self.minimum = minimum
    title = name ?? (minimum == nil ? "f" : "f − f*")
    let finite = values.map { $0 - (minimum ?? 0) }.filter(\.isFinite)
    guard minimum != nil else {
      zeroLabel = nil
      domain = Self.linear(finite)
      return
    }
    let top = min(finite.max() ?? 1, 1e300)
    let smallest = isRelative ? max(Self.smallest * top, 1e-290) : Self.smallest
    let high = max(top, smallest * 100)
    let positive = finite.filter { $0 > 0 }.min() ?? high / 1000
    domain = Self.logarithmic(max(positive, smallest), high)
    let low = domain.lowerBound
    zeroLabel = Self.label(of: finite.filter { $0 < low }, below: low)
  }

  /// An axis of a chart.
  ///
  /// - Parameters:
  ///   - scale: nil for logarithmic where positive values span more than a factor of 8.
  ///   - isHeight: whether less than 10⁻¹⁶ is rounding.
  init(values: [Double], scale: ChartScale?, title: String, isHeight: Bool = false) {
    let positive = ClosedRange(of: values.filter { $0 > 0 && $0.isFinite })
    let isWide = positive.map { $0.lowerBound < $0.upperBound / 8 } ?? false
    let isLogarithmic = scale.map { $0 == .logarithmic } ?? isWide
    self.init(
      values: values, minimum: isLogarithmic ? 0 : nil, named: title, isRelative: !isHeight)
  }

  /// What is drawn for a value of f; nil for nothing.
  func ordinate(_ value: Double) -> Double? {
    guard let minimum else { return value.isFinite ? value : nil }
    let excess = value - minimum
    guard excess.isFinite else { return nil }
    if excess >= domain.lowerBound { return excess }
    return zeroLabel == nil ? domain.lowerBound : 0
  }

  /// The axis over a race's time.
  func plot(_ time: ClockAxis, in area: Rect) -> Plot {
    Plot(
      area: area, x: time.domain, y: domain, isLogarithmicY: isLogarithmic, zeroLabel: zeroLabel)
  }

  /// "0", or "≤ 0" where rounding made some less, or "< 10⁻¹⁶".
  private static func label(of excesses: [Double], below low: Double) -> String? {
    guard let range = ClosedRange(of: excesses) else { return nil }
    if range.upperBound > 0 { return "< " + NumberLabel.power(Rung(nearest: low)) }
    return range.lowerBound < 0 ? "≤ 0" : "0"
  }
}

// MARK: - How far axes reach

extension ValueAxis {
  /// The least share of an axis that its values take.
  static let leastShare = 0.8

  /// From a power of ten to somewhat above the highest value, where that leaves no more than a fifth
  /// empty, else somewhat beyond both ends. Values without extent get a decade.
  private static func logarithmic(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    let foot = Double.exp10(Double.log10(low).rounded(.down))
    let round = ClosedRange(between: min(foot, high / 10), high * 1.6)
    let extent = Double.log(high / low)
    guard extent > 1e-9, extent < leastShare * Double.log(round.upperBound / round.lowerBound)
    else { return round }
    let margin = Double.exp(extent / 16)
    return ClosedRange(between: low / margin, high * margin)
  }

  /// Somewhat beyond both ends; from zero where that leaves no more than a fifth empty, and where
  /// all values are one.
  static func linear(_ values: [Double]) -> ClosedRange<Double> {
    guard let range = ClosedRange(of: values.filter(\.isFinite)) else { return 0...1 }
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == high { return low == 0 ? 0...1 : ClosedRange(between: 0, low * 1.25) }
    if low >= 0, low <= high / 8 { return ClosedRange(between: 0, high * 1.05) }
    return range.grown(by: high / 20 - low / 20)
  }
}
