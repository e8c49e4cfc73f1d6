import Specifications

/// A setting that is varied, and from where to where: `lr=0.001..4`.
public struct SettingRange: Hashable, Sendable {
  /// The key, as specifications write it.
  public let key: String
  /// The lowest value.
  public let low: Double
  /// The highest value, above the lowest.
  public let high: Double
  /// How values are spread between them.
  public let scale: SearchRange.Scale

  /// - Parameters:
  ///   - low: finite.
  ///   - high: finite and higher.
  ///   - scale: equal ratios are as far apart unless given where the range is above zero and spans
  ///     a decade, as that of a rate; equal differences elsewhere.
  public init(
    _ key: String, from low: Double, to high: Double, scale: SearchRange.Scale? = nil
  ) {
    (self.key, self.low, self.high) = (key, low, high)
    self.scale = scale ?? (low > 0 && high >= 10 * low ? .logarithmic : .linear)
  }
}

extension SettingRange: Spelled {
  /// - Throws: what was expected, unless there are a key and two numbers, the lower one first.
  public init(spelling text: String) throws(SpecificationError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let dots = parts[1].firstRange(of: ".."),
      let low = NumberText.parse(String(parts[1][..<dots.lowerBound])),
      let high = NumberText.parse(String(parts[1][dots.upperBound...])),
      low < high, low.isFinite, high.isFinite
    else {
      throw SpecificationError("expected KEY=LOW..HIGH with LOW < HIGH, as in lr=0.001..1")
    }
    self.init(String(parts[0]), from: low, to: high)
  }

  public var spelling: String { "\(key)=\(NumberText.short(low))..\(NumberText.short(high))" }
}
