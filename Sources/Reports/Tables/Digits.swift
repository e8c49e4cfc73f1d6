import Foundation

/// Numbers for tables: few digits, a fixed look.
public enum Digits {
  /// Four significant digits, as C's `%.4g`.
  public static func short(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    return String(format: "%.4g", value)
  }

  /// A median of whole numbers, all its digits: "28930", "1.5", "inf".
  public static func count(_ value: Double) -> String {
    guard value.isFinite else { return short(value) }
    return String(format: value == value.rounded() ? "%.0f" : "%.1f", value)
  }

  /// The same; "-" for none.
  public static func short(_ value: Double?) -> String {
    value.map { short($0) } ?? "-"
  }
}
