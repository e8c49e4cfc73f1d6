import Contours
import RealModule

/// A map from values to pixels, linear or logarithmic.
public struct Scale: Hashable, Sendable {
  /// The values on the axis; never without extent, above 0 where logarithmic.
  public let domain: ClosedRange<Double>
  /// Whether equal ratios are as far apart, rather than equal differences.
  public let isLogarithmic: Bool
  /// What is written beside the row below a logarithmic axis, where all lies that is less than its
  /// domain, zero among it: "0"; nil where there is none.
  let zeroLabel: String?
  /// The pixel of the domain's lower bound, or of the edge below the row for zero.
  public let start: Double
  /// The pixel of the domain's upper bound.
  public let end: Double

  /// A logarithmic scale requires a positive domain. A domain without extent is widened.
  public init(
    _ domain: ClosedRange<Double>, from start: Double, to end: Double, isLogarithmic: Bool = false,
    zeroLabel: String? = nil
  ) {
    precondition(!isLogarithmic || domain.lowerBound > 0, "the logarithm of no positive number")
    self.domain = Self.widened(domain, isLogarithmic: isLogarithmic)
    self.isLogarithmic = isLogarithmic
    self.zeroLabel = isLogarithmic ? zeroLabel : nil
    self.start = start
    self.end = end
  }

  /// The pixel of a value; nil where there is none. Far away pixels are moved to ±10⁷, so that
  /// arithmetic on them stays finite.
  public func position(of value: Double) -> Double? {
    place(of: value).map { min(max($0, -Self.reach), Self.reach) }
  }

  /// The farthest pixel.
  static var reach: Double { 1e7 }

  /// The same wherever it is, infinitely far maybe.
  func place(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    if zeroLabel != nil, value < domain.lowerBound {
      return start + Measures.zeroRow * (end - start)
    }
    guard !isLogarithmic || value > 0 else { return nil }
    let low = forward(domain.lowerBound)
    let share = (forward(value) / 2 - low / 2) / (forward(domain.upperBound) / 2 - low / 2)
    return foot + share * (end - foot)
  }

  /// The pixel of the domain's lower bound.
  private var foot: Double {
    zeroLabel == nil ? start : start + Measures.axisFoot * (end - start)
  }

  /// Pixels from about the origin to a far away value on a linear scale, 2¹⁰⁰⁰ times as small.
  func shrunkOffset(to value: Double) -> Double {
    let span = domain.upperBound / 2 - domain.lowerBound / 2
    return value * 0x1p-1000 * (end - start) / span / 2
  }

  /// The value at a pixel.
  public func value(at position: Double) -> Double {
    let share = (position - foot) / (end - foot)
    let value = forward(domain.lowerBound) * (1 - share) + forward(domain.upperBound) * share
    return isLogarithmic ? Double.exp10(value) : value
  }

  private func forward(_ value: Double) -> Double {
    isLogarithmic ? Double.log10(value) : value
  }

  private static func widened(
    _ domain: ClosedRange<Double>, isLogarithmic: Bool
  ) -> ClosedRange<Double> {
    let value = domain.lowerBound
    if isLogarithmic {
      return value < domain.upperBound ? domain : ClosedRange(between: value / 2, value * 2)
    }
    // Parts of an extent of a few subnormal numbers cannot be told.
    guard domain.upperBound - value < 1e-300 else { return domain }
    if value == 0, domain.upperBound == 0 { return 0...1 }
    let margin = max(abs(value) * 0.1, 1e-300)
    return ClosedRange(between: value - margin, value + margin)
  }
}
